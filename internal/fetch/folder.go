package fetch

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"stemma"
)

// A folder is one folder of a walk.
type folder struct {
	// full is its absolute path, rel its path relative to the argument, "" for the argument itself.
	full, rel string
	// above are the folders that it lies in, the argument first.
	above []os.FileInfo
}

// folder takes in the files of a folder in the order of their names, folders
// where their name stands.
func (w *walker) folder(f folder) bool {
	info, err := os.Stat(f.full)
	if err != nil {
		return w.skip(f.name(), reasonOfStat(err), f.full+": "+cause(err))
	}
	for _, above := range f.above {
		if os.SameFile(above, info) {
			return w.skip(f.name(), stemma.SkipLoop, f.full+": leads back to a folder that holds it; remove the link")
		}
	}
	if len(f.above) > w.opts.MaxFolders {
		return w.skip(f.name(), stemma.SkipLoop, f.full+": lies deeper than the limit of folders in folders; read it by its own name")
	}
	f.above = append(f.above[:len(f.above):len(f.above)], info)
	entries, err := os.ReadDir(f.full)
	if err != nil && !w.skip(f.name(), stemma.SkipUnreadable, f.full+": "+cause(err)+"; check the permissions") {
		return false
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".") && !w.entry(f, entry.Name()) {
			return false
		}
	}
	return true
}

// entry takes in one file or folder inside f.
func (w *walker) entry(f folder, name string) bool {
	full, rel := filepath.Join(f.full, name), path.Join(f.rel, name)
	info, err := os.Stat(full)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return w.skip(rel, stemma.SkipMissing, full+": a link to nothing")
	case err != nil:
		return w.skip(rel, reasonOfStat(err), full+": "+cause(err))
	case info.IsDir():
		return w.folder(folder{full: full, rel: rel, above: f.above})
	}
	return w.file(place{path: rel, origin: full})
}

// name is the folder's path for a skip.
func (f folder) name() string {
	if f.rel == "" {
		return filepath.ToSlash(f.full)
	}
	return f.rel
}
