package fr.maillage.agenda.internal;

import java.util.regex.Pattern;

/// Where a form of the agenda leads back: a page of the agenda and nothing else.
final class Back {

    private static final Pattern OWN =
            Pattern.compile("/agenda(/sans-issue|/[0-9a-f-]{36})?(\\?[\\w=&-]{0,4000})?");

    private Back() {}

    static boolean given(AppointmentForm form) {
        return OWN.matcher(form.text("retour")).matches();
    }

    static String of(AppointmentForm form, String otherwise) {
        return given(form) ? form.text("retour") : otherwise;
    }
}
