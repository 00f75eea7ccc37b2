package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Options are what the command says about the room. The zero value is good.
type Options struct {
	// Name is the case's name as the pages show it, usually its file name.
	Name string
	// Write lets people correct the case. Nothing can be written yet.
	Write bool
	// Token is the secret of the opening address; a random one when empty. Tests set it.
	Token string
	// Log receives what went wrong while a page was made; nil drops it.
	Log *slog.Logger
}

// shutdownGrace is how long a page that is being made may take to finish after
// the room is told to close.
const shutdownGrace = 3 * time.Second

// A Server is one reading room. Make it with [New].
type Server struct {
	read  Case
	opts  Options
	guard *guard
	pages *pages
	index index
	log   *slog.Logger

	mu   sync.Mutex
	addr net.Addr
}

// New returns a reading room over c. It opens nothing until [Server.Listen].
func New(c Case, opts Options) *Server {
	if opts.Token == "" {
		opts.Token = newSecret()
	}
	s := &Server{read: c, opts: opts, pages: newPages(), log: opts.Log}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.guard = newGuard(opts.Token, s.port)
	s.index.read = c
	return s
}

// Listen opens the room's door at address, `127.0.0.1:0` for any free port. An
// address that other machines can reach is refused.
func (s *Server) Listen(address string) (net.Listener, error) {
	ln, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("open reading room at %s: %w", address, err)
	}
	if err := s.at(ln.Addr()); err != nil {
		ln.Close()
		return nil, err
	}
	return ln, nil
}

// Serve answers requests on ln until ctx is done, then lets the pages that are
// being made finish. It returns nil after a shutdown by ctx.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	if err := s.at(ln.Addr()); err != nil {
		ln.Close()
		return err
	}
	srv := &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: 10 * time.Second,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	served := make(chan error, 1)
	go func() { served <- srv.Serve(ln) }()
	select {
	case err := <-served:
		return fmt.Errorf("serve reading room: %w", err)
	case <-ctx.Done():
	}
	return shutDown(srv, served)
}

func shutDown(srv *http.Server, served <-chan error) error {
	grace, cancel := context.WithTimeout(context.Background(), shutdownGrace)
	defer cancel()
	err := srv.Shutdown(grace)
	if err != nil {
		err = srv.Close()
	}
	<-served
	if err != nil {
		return fmt.Errorf("close reading room: %w", err)
	}
	return nil
}

// at remembers where the room is, after a look that nobody else can reach it.
func (s *Server) at(addr net.Addr) error {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || !tcp.IP.IsLoopback() {
		return fmt.Errorf("open reading room at %v: other machines could reach it; use 127.0.0.1", addr)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.addr = addr
	return nil
}

// port is the port the room listens on, or "" before it does.
func (s *Server) port() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if tcp, ok := s.addr.(*net.TCPAddr); ok {
		return strconv.Itoa(tcp.Port)
	}
	return ""
}

// Address is the room's host and port, or "" before [Server.Listen].
func (s *Server) Address() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.addr == nil {
		return ""
	}
	return s.addr.String()
}

// URL is the address to open in a browser. The token in it becomes a cookie
// at the first visit and leaves the address.
func (s *Server) URL() string {
	return "http://" + s.Address() + "/?token=" + s.opts.Token
}

// Handler returns the room as a handler, behind its guard.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for pattern, make := range s.routes() {
		mux.Handle(pattern, s.handle(make))
	}
	files, err := fs.Sub(assets, "asset")
	if err != nil {
		panic(err) // the folder is embedded
	}
	mux.Handle("GET /asset/", http.StripPrefix("/asset/", http.FileServerFS(files)))
	return s.guard.wrap(mux)
}

// routes is the table of pages: which address makes which.
func (s *Server) routes() map[string]maker {
	return map[string]maker{
		"GET /{$}":                   s.pilePage,
		"GET /article/{id}":          s.articlePage,
		"GET /article/{id}/original": s.originalPage,
		"GET /search":                s.searchPage,
		"GET /families":              s.familiesPage,
		"GET /family/{id}":           s.familyPage,
		"GET /compare/{a}/{b}":       s.comparePage,
		"GET /open":                  s.openPage,
		"GET /skipped":               s.skippedPage,
		"GET /words":                 s.wordsPage,
		"GET /theme/{theme}":         s.themePage,
		"GET /":                      s.missingPage,
	}
}

// A maker makes the answer to one request, or says why it cannot.
type maker func(r *http.Request) (answer, error)

// handle turns a maker into a handler: an error becomes a page with a next step.
func (s *Server) handle(make maker) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ans, err := s.try(make, r)
		if err != nil {
			if errors.Is(err, context.Canceled) {
				return
			}
			ans = s.errorPage(r, err)
		}
		ans.write(w, r)
	})
}

// try calls make and turns a panic into an error: one bad record must not
// leave a reader with an empty page.
func (s *Server) try(make maker, r *http.Request) (ans answer, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("make page %s: %v", r.URL.Path, p)
		}
	}()
	return make(r)
}
