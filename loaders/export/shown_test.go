package export

import "encoding/json"

// UnmarshalJSON reads a value back, or the mark.
func (s *shown[T]) UnmarshalJSON(data []byte) error {
	if string(data) == `"[c]"` {
		*s = shown[T]{hidden: true}
		return nil
	}
	return json.Unmarshal(data, &s.value)
}
