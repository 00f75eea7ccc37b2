// Package fetch finds pages: it walks files, folders and standard input and
// gives each item's bytes with where they came from. It never looks at what a
// page says; that is the work of package extract.
//
// [Walk] is the way in. Its steps, with the file of each:
//
//   - walk.go takes the arguments one after the other;
//   - folder.go goes through a folder by name, passes hidden files over, and
//     stops at symbolic links that lead back;
//   - file.go opens one file, and notices when it changes while it is read;
//   - format.go tells the format by the ending, or by the first bytes when the
//     ending says nothing;
//   - unpack.go unpacks gzip and zstd under a limit of expansion;
//   - lines.go cuts JSON lines in constant memory, array.go a JSON array.
//
// What cannot be taken in becomes a [stemma.Skip] whose Detail holds the full
// path and the next step, and the walk goes on with the next item:
//
//	for page, skip := range fetch.Walk(ctx, []string{"pile"}, os.Stdin, fetch.Options{}) {
//		if skip != nil {
//			fmt.Println(skip.Path, skip.Reason)
//			continue
//		}
//		fmt.Println(page.Path, page.Format)
//	}
//
// No item is ever held in memory beyond [Options.MaxSize], whatever its length.
//
// To read a new ending, edit format.go; to read a new packing, unpack.go.
// Nothing here opens the network.
package fetch
