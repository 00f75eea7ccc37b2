package web

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
)

// A guard stands before every page. The pile may be confidential and its
// articles are hostile input, so a request needs the right host (another site
// may point its name at 127.0.0.1), the room's cookie (another user or page of
// the same machine may know the port), and every answer forbids code from
// anywhere but the room's own files.
type guard struct {
	token  string
	cookie string
	// session is what the cookie holds: not the token, so that the address in
	// a browser's history and the cookie do not give away each other.
	session string
	port    func() string
}

// policy is the Content-Security-Policy of every answer. Nothing is allowed
// that is not named; no inline style or script is.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func newGuard(token string, port func() string) *guard {
	sum := sha256.Sum256([]byte(token))
	return &guard{token: token, cookie: "stemma-" + hex.EncodeToString(sum[:4]), session: newSecret(), port: port}
}

// newSecret returns 128 random bits in hex.
func newSecret() string {
	var b [16]byte
	rand.Read(b[:]) // never fails since Go 1.24
	return hex.EncodeToString(b[:])
}

func (g *guard) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		setHeaders(w.Header())
		switch {
		case !g.hostAllowed(r.Host):
			refuse(w, http.StatusForbidden, "this address is not the reading room's; open the one that the command printed")
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			refuse(w, http.StatusMethodNotAllowed, "the reading room is read-only")
		case g.tokenGiven(r):
			g.admit(w, r)
		case !g.admitted(r):
			refuse(w, http.StatusForbidden, "the reading room is closed to this browser; paste the whole address that the command printed, with its token")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func setHeaders(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// hostAllowed accepts the loopback names only, with the room's own port once it is known.
func (g *guard) hostAllowed(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = host, "80"
	}
	if want := g.port(); want != "" && port != want {
		return false
	}
	return name == "127.0.0.1" || name == "localhost" || name == "::1"
}

func (g *guard) tokenGiven(r *http.Request) bool {
	return same(r.URL.Query().Get("token"), g.token)
}

func (g *guard) admitted(r *http.Request) bool {
	c, err := r.Cookie(g.cookie)
	return err == nil && same(c.Value, g.session)
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// admit sets the cookie and sends the browser to the same page without the token.
func (g *guard) admit(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name: g.cookie, Value: g.session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	query := r.URL.Query()
	query.Del("token")
	to := localPath(r.URL.Path)
	if len(query) > 0 {
		to += "?" + query.Encode()
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

func refuse(w http.ResponseWriter, status int, why string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	w.Write([]byte(why + "\n"))
}
