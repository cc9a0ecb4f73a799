package se.brygga.starter.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import se.brygga.starter.doors.RequestBody;
import se.brygga.workflows.refusal.Reason;

/**
 * Reads each body with a time limit, as the doors do. A body that trickles would hold one of the threads that web hooks
 * need.
 */
@RestControllerAdvice(basePackageClasses = BodyInTime.class)
class BodyInTime extends RequestBodyAdviceAdapter {

    private record Whole(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    private final RequestBody body;

    BodyInTime(RequestBody body) {
        this.body = body;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        int largest = Objects.requireNonNull(parameter.getMethodAnnotation(Needs.class))
                .largestBody();
        return switch (body.read(message.getBody(), largest)) {
            case RequestBody.Read.Whole(byte[] bytes) -> new Whole(message.getHeaders(), bytes);
            case RequestBody.Read.TooLarge(int most) ->
                throw new HttpRefusal(HttpStatus.CONTENT_TOO_LARGE, Reason.BODY_TOO_LARGE.of(most));
            case RequestBody.Read.TooSlow(var longest) ->
                throw new HttpRefusal(HttpStatus.REQUEST_TIMEOUT, Reason.BODY_TOO_SLOW.of(longest.toSeconds()));
        };
    }
}
