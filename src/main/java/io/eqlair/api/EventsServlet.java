package io.eqlair.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Takes posts of events past Spring's dispatcher: to find the method again, its arguments and a converter for its answer would cost
 * more than to read an event and show it to a thousand rules. Errors, other methods and the API's document stay with Spring.
 */
public final class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient EventsController events;
    private final transient HandlerExceptionResolver errors;
    private final String dispatcher;

    /**
     * A servlet for {@link EventsController#PATH}.
     *
     * @param errors makes the answer when something is wrong
     * @param dispatcher the name of Spring's servlet
     */
    public EventsServlet(EventsController events, HandlerExceptionResolver errors, String dispatcher) {
        this.events = events;
        this.errors = errors;
        this.dispatcher = dispatcher;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod())) {
            ServerHttpObservationFilter.findObservationContext(request)
                    .ifPresent(observed -> observed.setPathPattern(EventsController.PATH));
            post(request, response);
        } else {
            getServletContext().getNamedDispatcher(dispatcher).forward(request, response);
        }
    }

    private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            events.post(request, response);
        } catch (IOException | RuntimeException wrong) {
            if (errors.resolveException(request, response, null, wrong) == null) {
                throw wrong;
            }
        }
    }
}
