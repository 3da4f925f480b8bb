package fr.maillage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/// The one way a form ends: led on, refused beside its fields, or told that somebody was first.
class FormOutcomeTest {

    private final SentForms forms = (_, act) -> act.get();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final RedirectAttributesModelMap after = new RedirectAttributesModelMap();

    private String end(Runnable act) {
        return FormOutcome.of(forms, null, "/suite", act)
                .end(response, after, "C’est fait.", () -> "module/form");
    }

    @Test
    void done_leads_on_and_says_so_once() {
        assertThat(end(() -> {})).isEqualTo("redirect:/suite");
        assertThat(after.getFlashAttributes().get("toast")).isEqualTo("C’est fait.");
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void refused_shows_the_form_again_with_its_sentences() {
        var errors = new FormErrors().add("day", "Donnez une date.");
        var outcome =
                FormOutcome.of(
                        forms,
                        null,
                        "/suite",
                        () -> {
                            throw new FormRefused(errors);
                        });

        assertThat(outcome)
                .isEqualTo(new FormOutcome(null, HttpStatus.UNPROCESSABLE_CONTENT, errors, null));
        assertThat(outcome.end(response, after, "C’est fait.", () -> "module/form"))
                .isEqualTo("module/form");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(after.getFlashAttributes()).isEmpty();
    }

    @Test
    void overtaken_keeps_the_words_and_says_who_was_first() {
        assertThat(
                        end(() -> {
                            throw new OptimisticLockingFailureException("changed");
                        }))
                .isEqualTo("module/form");
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(FormOutcome.overtaken().conflict()).contains("Un collègue a modifié");
    }

    @Test
    void what_is_no_outcome_goes_through() {
        assertThatThrownBy(() ->
                        end(() -> {
                            throw new IllegalStateException("bug");
                        }))
                .isInstanceOf(IllegalStateException.class);
    }
}
