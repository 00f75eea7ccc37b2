package web

import (
	"errors"
	"net/http"

	"stemma"
)

// problem is what an error page shows.
type problem struct {
	// Heading and Words say what went wrong, Next what to do about it.
	Heading, Words, Next string
}

// missingPage answers every address that no route knows.
func (s *Server) missingPage(r *http.Request) (answer, error) {
	return answer{}, stemma.ErrNotFound
}

// errBadAddress is wrapped by errors about the address itself.
var errBadAddress = errors.New("bad address")

// errorPage makes the page about err, with the next step.
func (s *Server) errorPage(r *http.Request, err error) answer {
	status, view := http.StatusInternalServerError, problem{
		"This page could not be made", err.Error(),
		"Run stemma verify on the case; it says what is damaged and where.",
	}
	switch {
	case errors.Is(err, stemma.ErrNotFound):
		status = http.StatusNotFound
		view = problem{
			"Nothing in this case has that address", r.URL.Path,
			"The article may be in another case, or its bytes have changed since the link was made. Search for its words, or start from the pile.",
		}
	case errors.Is(err, errBadAddress):
		status = http.StatusBadRequest
		view = problem{"That address does not read as one", err.Error(), "Start from the pile or search for the words you want."}
	default:
		s.log.Error("page failed", "path", r.URL.Path, "err", err)
	}
	ans, renderErr := s.render(r, "error", page{Title: view.Heading, Crumbs: []crumb{{Label: "Error"}}, View: view})
	if renderErr != nil {
		return answer{status: status, header: map[string]string{"Content-Type": "text/plain; charset=utf-8"}, body: []byte(view.Heading + "\n")}
	}
	ans.status = status
	return ans
}
