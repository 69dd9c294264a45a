package io.eqlair.benchmark;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The same web server under the same settings as the service, where bodies are only read and all are answered alike: by a servlet,
 * as the service takes events, and by a handler behind Spring's dispatcher. Nothing here has an annotation that would let the
 * service's own tests find it.
 */
@EnableAutoConfiguration
class BodyOnlyServer {

    static final String SERVLET = "/servlet";
    static final String HANDLER = "/handler";

    /** It has no rules that it could be unready without. */
    static final List<String> ARGUMENTS = List.of("--management.endpoint.health.validate-group-membership=false");

    private static final byte[] ANSWER = "{\"received\":0}".getBytes(StandardCharsets.US_ASCII);

    public static void main(String[] args) {
        SpringApplication.run(BodyOnlyServer.class, args);
    }

    @Bean
    static ServletRegistrationBean<HttpServlet> servlet() {
        return new ServletRegistrationBean<>(new ReadingServlet(), SERVLET);
    }

    @Bean
    static InitializingBean handler(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return () -> {
            Method method = ReadingHandler.class.getDeclaredMethod("read", HttpServletRequest.class);
            RequestMappingInfo post = RequestMappingInfo.paths(HANDLER)
                    .produces("application/json")
                    .options(requestMappingHandlerMapping.getBuilderConfiguration())
                    .build();
            requestMappingHandlerMapping.registerMapping(post, new ReadingHandler(), method);
        };
    }

    private static void readAll(HttpServletRequest request) throws IOException {
        byte[] buffer = new byte[1 << 14];
        try (InputStream body = request.getInputStream()) {
            while (body.read(buffer) >= 0) {
                // only read
            }
        }
    }

    /** Answers without Spring. */
    static final class ReadingServlet extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            readAll(request);
            response.setContentType("application/json");
            response.setContentLength(ANSWER.length);
            response.getOutputStream().write(ANSWER);
        }
    }

    /** Answers behind the dispatcher. */
    static final class ReadingHandler {

        @ResponseBody
        byte[] read(HttpServletRequest request) throws IOException {
            readAll(request);
            return ANSWER;
        }
    }
}
