#include "textflag.h"

// func maskBlocks(text *byte, blocks int, delim byte, masks *blockMasks)
//
// Y0, Y1, Y2 hold 32 times the delimiter, the line feed and the quote. Each block is
// two loads; a compare and a gather of the high bits make one half of a mask.
TEXT ·maskBlocks(SB), NOSPLIT, $0-32
	MOVQ    text+0(FP), SI
	MOVQ    blocks+8(FP), CX
	MOVBLZX delim+16(FP), AX
	MOVQ    masks+24(FP), DI
	MOVQ    AX, X0
	VPBROADCASTB X0, Y0
	MOVL    $10, AX
	MOVQ    AX, X1
	VPBROADCASTB X1, Y1
	MOVL    $34, AX
	MOVQ    AX, X2
	VPBROADCASTB X2, Y2

block:
	VMOVDQU 0(SI), Y3
	VMOVDQU 32(SI), Y4

	VPCMPEQB  Y3, Y0, Y5
	VPCMPEQB  Y4, Y0, Y6
	VPMOVMSKB Y5, AX
	VPMOVMSKB Y6, BX
	SHLQ      $32, BX
	ORQ       BX, AX
	MOVQ      AX, 0(DI)

	VPCMPEQB  Y3, Y1, Y5
	VPCMPEQB  Y4, Y1, Y6
	VPMOVMSKB Y5, AX
	VPMOVMSKB Y6, BX
	SHLQ      $32, BX
	ORQ       BX, AX
	MOVQ      AX, 8(DI)

	VPCMPEQB  Y3, Y2, Y5
	VPCMPEQB  Y4, Y2, Y6
	VPMOVMSKB Y5, AX
	VPMOVMSKB Y6, BX
	SHLQ      $32, BX
	ORQ       BX, AX
	MOVQ      AX, 16(DI)

	VPOR      Y3, Y4, Y5
	VPMOVMSKB Y5, AX
	MOVQ      AX, 24(DI)

	ADDQ $64, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  block
	VZEROUPPER
	RET
