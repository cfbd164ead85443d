// Package parallel runs one piece of work in several goroutines. It stands under the
// readers of large files, csvfile and loaders.
package parallel

import (
	"runtime"
	"sync"
)

// Panic is what a panic of a goroutine is for the caller of [Do]: where it arose, and
// nothing of its value, which may hold the text of a cell.
type Panic struct {
	callers []uintptr
}

// Callers are the calls that led to the panic, as [runtime.Callers] gives them.
func (p *Panic) Callers() []uintptr { return p.callers }

// Do calls work with each number below n, in a goroutine each, and returns when all
// have. If one panics, Do panics with a [*Panic]: a panic in a goroutine of its own
// would end the process, with the terminal as it is and the value printed.
func Do(n int, work func(i int)) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var first *Panic
	for i := range n {
		wg.Go(func() {
			defer func() {
				value := recover()
				if value == nil {
					return
				}
				inner, ok := value.(*Panic) // of a Do that work called
				if !ok {
					callers := make([]uintptr, 64)
					inner = &Panic{callers[:runtime.Callers(1, callers)]}
				}
				mu.Lock()
				defer mu.Unlock()
				if first == nil {
					first = inner
				}
			}()
			work(i)
		})
	}
	wg.Wait()
	if first != nil {
		panic(first)
	}
}
