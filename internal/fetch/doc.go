// Package fetch finds pages in files, folders and standard input.
package fetch
