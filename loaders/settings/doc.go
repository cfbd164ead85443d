// Package settings reads what the two settings files of a folder say, and writes them.
//
// The bytes of wres.toml, which people write, and of wres-mapping.toml, which the app
// writes, go in; what labels and columns mean comes out, in a labels.Labels and a
// columns.Columns that nothing changes afterwards. wres.toml wins. A key that is not
// known and a value that cannot be are an [Error] with line and column: a misspelt
// setting is never overlooked.
//
// [SaveMapping] adds to wres-mapping.toml, durably, and writes over nothing that it does
// not understand. [Init] makes an empty folder of extracts to fill in.
package settings
