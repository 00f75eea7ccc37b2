package ud

import (
	"encoding/binary"
	"fmt"

	"stemma"
	"stemma/internal/learn"
)

// A move is a kind of transition.
type move uint8

const (
	moveShift move = iota
	moveLeft
	moveRight
)

// An action is a transition with the relation of the arc that it makes. Action
// 0 is always the shift.
type action struct {
	move move
	rel  stemma.Rel
}

// packActions writes the actions: how many, then two bytes each.
func packActions(actions []action) []byte {
	b := binary.AppendUvarint(nil, uint64(len(actions)))
	for _, a := range actions {
		b = append(b, byte(a.move), byte(a.rel))
	}
	return b
}

// unpackActions reads what packActions wrote.
func unpackActions(b []byte) ([]action, error) {
	r := learn.NewReader(b)
	n := r.Uint()
	if n < 3 || n > 255 {
		return nil, fmt.Errorf("unpack actions: %d of them", n)
	}
	actions := make([]action, n)
	for i := range actions {
		actions[i] = action{move(r.Byte()), stemma.Rel(r.Byte())}
	}
	if r.Err() != nil || actions[0].move != moveShift {
		return nil, fmt.Errorf("unpack actions: %w", learn.ErrFormat)
	}
	return actions, nil
}
