// Package learn holds the learners and the format of model files. It knows no
// language: features are 32-bit keys, classes are small integers.
//
// A linear model here is one long array of weights. The key of a feature names
// a place in it, and the weights of all classes lie there side by side; rows of
// different features overlap. Most features say something about a few classes
// only, so the overlap costs little, and an array that fits the cache holds a
// million features. [Mix] makes keys.
//
//   - [Trainer] learns: an averaged perceptron with a margin, in integers only,
//     so that the same data give the same bytes on every machine (trainer.go).
//   - [Trainer.Table] averages and quantises to 8 bits. [Table] scores: it adds
//     eight weights with five instructions of plain Go (table.go).
//   - [File] is how models are kept: magic, version, kind, notice, digest and
//     named sections (file.go); tables are packed as gaps and values (pack.go).
//   - [Rand] is the only source of chance (rand.go).
//
// A worked example is Example in example_test.go: two classes, three features.
//
// Not here: what a feature is (see the stage that owns the model), and reading
// of training data. To change the file format, raise Version in file.go.
package learn
