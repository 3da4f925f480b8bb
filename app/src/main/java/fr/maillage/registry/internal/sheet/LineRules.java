package fr.maillage.registry.internal.sheet;

import fr.maillage.web.FormErrors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the fields of one line say together; the checks of the tables say the same.
final class LineRules {

    private static final List<String> ENDS = List.of("until", "valid_until", "ends_on");

    private LineRules() {}

    static void check(
            Shape shape, Map<String, @Nullable Object> values, LocalDate today, FormErrors errors) {
        spans(values, errors);
        switch (shape) {
            case AREAS -> place(values, errors);
            case AGREEMENTS -> {
                if (values.get("partner_id") == null && values.get("partner_name") == null)
                    errors.add("partner_id", SheetText.PARTNER);
            }
            case EXPECTATIONS -> expectation(values, errors);
            case DOCUMENTS -> {
                if ("PROJET_SANTE".equals(values.get("kind"))
                        && values.get("regional_project") == null)
                    errors.add("regional_project", GovernanceText.REGIONAL_PROJECT);
            }
            case SHARED -> {
                if ("NUMERO".equals(values.get("function")) && values.get("phone") == null)
                    errors.add("phone", GovernanceText.NUMBER);
            }
            case EQUIPMENT -> {
                if (Integer.valueOf(0).equals(values.get("quantity")))
                    errors.add("quantity", SheetText.ABOVE_ZERO);
            }
            case DECISIONS, WATCH -> task(values, today, errors);
            case CALLS -> call(values, errors);
            case REFORM -> reform(values, today, errors);
            default -> {
                // nothing more
            }
        }
        if (values.get("year") instanceof Integer year && year < 1990)
            errors.add("year", SheetText.YEAR);
        if (values.get("fte") instanceof BigDecimal fte && fte.signum() == 0)
            errors.add("fte", SheetText.ABOVE_ZERO);
    }

    private static void spans(Map<String, @Nullable Object> values, FormErrors errors) {
        for (var start : List.of("since", "signed_on", "dated_on"))
            for (var end : ENDS)
                if (values.get(start) instanceof LocalDate from
                        && values.get(end) instanceof LocalDate to
                        && to.isBefore(from)) errors.add(end, SheetText.UNTIL);
        if (values.get("from_time") instanceof LocalTime from
                && values.get("to_time") instanceof LocalTime to
                && !to.isAfter(from)) errors.add("to_time", SheetText.UNTIL);
        if (values.get("age_from") instanceof Integer from
                && values.get("age_to") instanceof Integer to
                && to < from) errors.add("age_to", SheetText.AGES);
    }

    private static void place(Map<String, @Nullable Object> values, FormErrors errors) {
        if ((values.get("zone_code") == null) == (values.get("commune_code") == null)
                && errors.of("commune_code") == null) errors.add("zone_code", SheetText.PLACE);
    }

    /// What is to be done has who does it and a day; what nobody was asked is not done.
    private static void task(
            Map<String, @Nullable Object> values, LocalDate today, FormErrors errors) {
        if (values.get("owner") != null && values.get("due_on") == null)
            errors.add("due_on", GovernanceText.DUE);
        if (values.get("owner") == null && values.get("due_on") != null)
            errors.add("owner", GovernanceText.OWNER);
        if (values.get("done_on") instanceof LocalDate done) {
            if (values.get("owner") == null) errors.add("owner", GovernanceText.OWNER);
            if (done.isAfter(today)) errors.add("done_on", GovernanceText.FUTURE);
        }
    }

    private static void call(Map<String, @Nullable Object> values, FormErrors errors) {
        var state = values.get("state");
        if (values.get("found_on") instanceof LocalDate found
                && values.get("closes_on") instanceof LocalDate closes) {
            if (closes.isBefore(found)) errors.add("closes_on", SheetText.UNTIL);
            if (values.get("submitted_on") instanceof LocalDate sent) {
                if (sent.isAfter(closes)) errors.add("submitted_on", GovernanceText.TOO_LATE);
                if (sent.isBefore(found)) errors.add("submitted_on", GovernanceText.BEFORE_FOUND);
            }
        }
        var answered =
                "DEPOSE".equals(state) || "RETENU".equals(state) || "NON_RETENU".equals(state);
        if (answered && values.get("submitted_on") == null)
            errors.add("submitted_on", GovernanceText.SUBMITTED);
        if (!answered && state != null && values.get("submitted_on") != null)
            errors.add("state", GovernanceText.STATE_OF_ANSWER);
        if ((answered || "EN_PREPARATION".equals(state)) && values.get("lead") == null)
            errors.add("lead", GovernanceText.LEAD);
    }

    /// Two steps, in their order: the state of the network, then a contract with those that bear
    /// the support of coordination. Source: guide DGOS 2012, partie 1 §3.
    private static void reform(
            Map<String, @Nullable Object> values, LocalDate today, FormErrors errors) {
        var done = "FAIT".equals(values.get("review"));
        if (done && values.get("reviewed_on") == null)
            errors.add("reviewed_on", GovernanceText.REVIEWED_ON);
        if (!done && values.get("reviewed_on") != null)
            errors.add("review", GovernanceText.REVIEW_NOT_DONE);
        if (done && values.get("outcome") == null) errors.add("outcome", GovernanceText.OUTCOME);
        var contract = values.get("contract");
        if (!done && contract != null && !"A_NEGOCIER".equals(contract))
            errors.add("contract", GovernanceText.REVIEW_FIRST);
        var signed = "SIGNE".equals(contract);
        if ((signed || "EN_NEGOCIATION".equals(contract))
                && !Boolean.TRUE.equals(values.get("bears_support")))
            errors.add("bears_support", GovernanceText.BEARS_SUPPORT);
        if (signed && values.get("signed_on") == null)
            errors.add("signed_on", GovernanceText.SIGNED_ON);
        if (!signed && values.get("signed_on") != null)
            errors.add("contract", GovernanceText.NOT_SIGNED);
        if (values.get("signed_on") instanceof LocalDate on) {
            if (on.isAfter(today)) errors.add("signed_on", GovernanceText.FUTURE);
            if (values.get("reviewed_on") instanceof LocalDate reviewed && on.isBefore(reviewed))
                errors.add("signed_on", GovernanceText.REVIEW_FIRST);
        }
    }

    private static void expectation(Map<String, @Nullable Object> values, FormErrors errors) {
        if ("A_ETUDIER".equals(values.get("answer"))) return;
        if (values.get("answered") == null) errors.add("answered", SheetText.ANSWER);
        if (values.get("answered_on") == null) errors.add("answered_on", SheetText.ANSWERED);
        else if (values.get("heard_on") instanceof LocalDate heard
                && values.get("answered_on") instanceof LocalDate answered
                && answered.isBefore(heard)) errors.add("answered_on", SheetText.BEFORE_HEARD);
    }
}
