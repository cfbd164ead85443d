// Package console asks the terminal that the program runs in what it can show, before
// anything is drawn on it. Terminals of Unix systems all read escape sequences; a console of
// Windows does once it is told to, and one in its legacy mode refuses.
package console
