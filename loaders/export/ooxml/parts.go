package ooxml

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"path"
	"strconv"
	"time"
)

// archive is the parts of a file, in the order in which they are written.
type archive struct {
	day   time.Time
	top   part // has no content: what the file itself links to
	parts []*part

	packer *flate.Writer
}

// part is one file of the archive, and the others that it refers to.
type part struct {
	name    string // "word/document.xml"
	kind    string // its content type
	content []byte
	links   []link
}

// link is how a part refers to another, or to an address outside.
type link struct {
	kind    string // the end of the relationship's type
	target  string
	outside bool
}

const (
	officeTypes   = "application/vnd.openxmlformats-officedocument."
	packageTypes  = "application/vnd.openxmlformats-package."
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNames  = "http://schemas.openxmlformats.org/package/2006/"
)

// add makes a new part. Its content and links may be put in later.
func (a *archive) add(name, kind string, content node) *part {
	p := &part{name: name, kind: kind}
	if content != nil {
		p.content = wholeXML(content)
	}
	a.parts = append(a.parts, p)
	return p
}

// to links the part to another and gives the name that the link has within it.
func (p *part) to(kind string, target *part) string {
	return p.linked(link{kind: kind, target: relative(p.name, target.name)})
}

// away links the part to an address outside the file.
func (p *part) away(address string) string {
	return p.linked(link{kind: "hyperlink", target: address, outside: true})
}

func (p *part) linked(l link) string {
	for i, there := range p.links {
		if there == l {
			return linkName(i)
		}
	}
	p.links = append(p.links, l)
	return linkName(len(p.links) - 1)
}

func linkName(i int) string { return "rId" + strconv.Itoa(i+1) }

// bytes gives the file. Every entry carries the same day, so that nothing of the moment
// of writing is in it.
func (a *archive) bytes() ([]byte, error) {
	var out bytes.Buffer
	var err error
	if a.packer, err = flate.NewWriter(nil, flate.BestCompression); err != nil {
		return nil, err
	}
	z := zip.NewWriter(&out)
	files := append([]*part{a.contentTypes(), a.top.relations()}, a.parts...)
	for _, p := range files {
		if err := a.entry(z, p); err != nil {
			return nil, err
		}
		if len(p.links) == 0 {
			continue
		}
		if err := a.entry(z, p.relations()); err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return out.Bytes(), err
}

// entry writes one part: its size and check stand before it, so that it can be read from
// its beginning to its end.
func (a *archive) entry(z *zip.Writer, p *part) error {
	var packed bytes.Buffer
	a.packer.Reset(&packed)
	_, err := a.packer.Write(p.content)
	if err = errors.Join(err, a.packer.Close()); err != nil {
		return err
	}
	h := &zip.FileHeader{
		Name: p.name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(p.content),
		CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(p.content)),
	}
	//lint:ignore SA1019 CreateRaw takes the day from nowhere else
	h.SetModTime(a.day)
	w, err := z.CreateRaw(h)
	if err == nil {
		_, err = w.Write(packed.Bytes())
	}
	return err
}

// contentTypes says of each part what it is.
func (a *archive) contentTypes() *part {
	types := el("Types",
		el("Default").with("Extension", "rels", "ContentType", packageTypes+"relationships+xml"),
		el("Default").with("Extension", "xml", "ContentType", "application/xml"),
	).with("xmlns", packageNames+"content-types")
	for _, p := range a.parts {
		types.inside = append(types.inside, el("Override").with("PartName", "/"+p.name, "ContentType", p.kind))
	}
	return &part{name: "[Content_Types].xml", content: wholeXML(types)}
}

// relations is the part that holds the links of another.
func (p *part) relations() *part {
	all := el("Relationships").with("xmlns", packageNames+"relationships")
	for i, l := range p.links {
		kind := relationships + "/" + l.kind
		if l.kind == coreProperties {
			kind = packageNames + "relationships/metadata/" + coreProperties
		}
		one := el("Relationship").with("Id", linkName(i), "Type", kind, "Target", l.target)
		if l.outside {
			one = one.with("TargetMode", "External")
		}
		all.inside = append(all.inside, one)
	}
	folder, file := path.Split(p.name)
	return &part{name: folder + "_rels/" + file + ".rels", content: wholeXML(all)}
}
