package se.brygga.starter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RefusalCode;

/**
 * Why a request was not followed (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title a name of the status, in the same language as the detail
 * @param detail what is wrong, and how to mend it, in the language that the header {@code Accept-Language} asks for
 * @param code what is wrong, for programs
 * @param parameters the values that the detail names
 * @param parts for the code {@code several}: each mistake by itself
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        RefusalCode code,
        Map<String, String> parameters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refusal> parts) {

    /** The head of the answer; {@link #of} makes the body. */
    static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .headers(headers -> headers.setContentLanguage(LocaleContextHolder.getLocale()));
    }

    static Problem of(HttpStatus status, Refusal refusal) {
        Locale language = LocaleContextHolder.getLocale();
        return new Problem(
                "about:blank",
                title(status, language),
                status.value(),
                CauseTexts.in(language).refusal(refusal),
                refusal.code(),
                refusal.parameters(),
                refusal.parts());
    }

    /** {@code titles_sv.properties} and {@code titles_en.properties} have those that the API answers with. */
    static String title(HttpStatus status, Locale language) {
        return ResourceBundle.getBundle("se.brygga.starter.api.titles_" + language.getLanguage(), Locale.ROOT)
                .getString(Integer.toString(status.value()));
    }

    /** The whole answer. */
    static ResponseEntity<Problem> answer(HttpStatus status, Refusal refusal) {
        return answer(status).body(of(status, refusal));
    }
}
