#include "textflag.h"

// EACH writes the place of the lowest bit of AX, and takes it away.
#define EACH(i) \
	TZCNTQ AX, CX          \
	ADDL   R10, CX         \
	MOVL   CX, (4*i)(DX)   \
	BLSRQ  AX, AX

// func indexBlocks(text *byte, blocks int, delim byte, ends, rows *uint32, state *blockState)
//
// Y0, Y1, Y2 hold 32 times the delimiter, the line feed and the quote, X3 ones, and Y4
// the bits of all bytes. R8 is where the next end goes, R9 where the next row goes, R10
// the place of the block, R11 carry, R12 closed, R13 mayOpen, R14 bad. Moves to X are
// VMOVQ: an older instruction among these costs as much as several blocks.
TEXT ·indexBlocks(SB), NOSPLIT, $0-48
	MOVBLZX delim+16(FP), AX
	VMOVQ   AX, X0
	VPBROADCASTB X0, Y0
	MOVL    $10, AX
	VMOVQ   AX, X1
	VPBROADCASTB X1, Y1
	MOVL    $34, AX
	VMOVQ   AX, X2
	VPBROADCASTB X2, Y2
	VPCMPEQB X3, X3, X3
	VPXOR   Y4, Y4, Y4
	MOVQ    state+40(FP), DI
	MOVQ    ends+24(FP), R8
	MOVQ    8(DI), AX
	LEAQ    (R8)(AX*4), R8
	MOVQ    rows+32(FP), R9
	MOVQ    16(DI), AX
	LEAQ    (R9)(AX*4), R9
	MOVQ    0(DI), R10
	MOVQ    24(DI), R11
	MOVQ    32(DI), R12
	MOVQ    40(DI), R13
	XORL    R14, R14
	MOVQ    text+0(FP), SI

block:
	VMOVDQU 0(SI), Y5
	VMOVDQU 32(SI), Y6
	VPOR    Y5, Y4, Y4
	VPOR    Y6, Y4, Y4

	VPCMPEQB  Y5, Y2, Y7 // DX: quotes
	VPCMPEQB  Y6, Y2, Y8
	VPMOVMSKB Y7, DX
	VPMOVMSKB Y8, CX
	SHLQ      $32, CX
	ORQ       CX, DX
	VPCMPEQB  Y5, Y1, Y7 // BX: line feeds
	VPCMPEQB  Y6, Y1, Y8
	VPMOVMSKB Y7, BX
	VPMOVMSKB Y8, CX
	SHLQ      $32, CX
	ORQ       CX, BX
	VPCMPEQB  Y5, Y0, Y7 // AX: delimiters
	VPCMPEQB  Y6, Y0, Y8
	VPMOVMSKB Y7, AX
	VPMOVMSKB Y8, CX
	SHLQ      $32, CX
	ORQ       CX, AX

	VMOVQ      DX, X7 // CX: quoted, by the product with ones that carries nothing
	VPCLMULQDQ $0, X3, X7, X7
	VMOVQ      X7, CX
	XORQ       R11, CX
	MOVQ       CX, R11
	SARQ       $63, R11
	ORQ        BX, AX
	MOVQ       BX, R15
	ANDQ       CX, R15
	ORQ        R15, R14 // a line feed in quotes
	ANDNQ      BX, CX, BX // feed
	ANDNQ      AX, CX, AX // sep
	ANDNQ      DX, CX, DI // closing
	ANDQ       DX, CX     // opening
	ORQ        AX, DX     // sep | quote
	LEAQ       (R12)(DI*2), R15
	ANDNQ      R15, DX, R15
	ORQ        R15, R14 // closed and no end behind it
	MOVQ       DI, R12
	SHRQ       $63, R12
	ORQ        AX, DI // sep | closing
	LEAQ       (R13)(DI*2), R15
	ANDNQ      CX, R15, CX
	ORQ        CX, R14 // opened in the midst of a cell
	MOVQ       DI, R13
	SHRQ       $63, R13

	MOVQ  R8, DX // DX: where the ends of the block go; R8 behind them
	POPCNTQ AX, CX
	LEAQ  (R8)(CX*4), R8
	TESTQ BX, BX
	JNZ   lines

places:
	EACH(0)
	EACH(1)
	EACH(2)
	EACH(3)
	EACH(4)
	EACH(5)
	EACH(6)
	EACH(7)
	ADDQ  $32, DX
	CMPQ  DX, R8
	JLT   places

	ADDQ $64, SI
	ADDQ $64, R10
	DECQ blocks+8(FP)
	JNZ  block

	MOVQ state+40(FP), DI
	MOVQ ends+24(FP), AX
	SUBQ AX, R8
	SHRQ $2, R8
	MOVQ R8, 8(DI)
	MOVQ rows+32(FP), AX
	SUBQ AX, R9
	SHRQ $2, R9
	MOVQ R9, 16(DI)
	MOVQ R10, 0(DI)
	MOVQ R11, 24(DI)
	MOVQ R12, 32(DI)
	MOVQ R13, 40(DI)
	VPMOVMSKB Y4, AX
	ORQ  AX, 48(DI)
	MOVQ R14, 56(DI)
	VZEROUPPER
	RET

lines: // the number of each line end among the ends
	MOVQ    DX, DI
	SUBQ    ends+24(FP), DI
	SHRQ    $2, DI

line:
	LEAQ    -1(BX), CX
	ANDNQ   CX, BX, R15 // below the line end
	ANDQ    AX, R15
	POPCNTQ R15, R15
	ADDQ    DI, R15
	MOVL    R15, (R9)
	ADDQ    $4, R9
	ANDQ    CX, BX
	JNZ     line
	JMP     places
