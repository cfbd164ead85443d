package model

import "testing"

func TestContractByWords(t *testing.T) {
	for label, want := range map[string]Contract{
		"NHS Bank": Bank, "Bank - Zero Hours": Bank, "Honorary Contract Holder": Honorary, "Non-executive": NonExecutive,
		"Blood Bank": AnyContract, "Milk Bank": AnyContract, "Data Bank Officer": AnyContract, "Permanent and bank": AnyContract, "Agency": AnyContract,
	} {
		got, ok := ParseContract(label)
		if got != want || ok != (want != AnyContract) {
			t.Errorf("ParseContract(%q) = %v, %v; want %v", label, got, ok, want)
		}
	}
}
