package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.kernel.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one looks for in the ledger. What is typed of a name never goes into an address.
///
/// @param channel code of a [Channel]; empty for all of them
/// @param what code of a [Happened] of [#LEFT]; empty for all of them
/// @param recipient part of a name; empty for everybody
/// @param page from 1 on
record LedgerFilter(
        LocalDate from, LocalDate to, String channel, String what, String recipient, int page) {

    /// What the ledger tells: what left, what failed, what came back.
    static final List<Happened> LEFT =
            List.of(
                    Happened.POSTE,
                    Happened.REMIS,
                    Happened.ANNONCE,
                    Happened.ECHEC,
                    Happened.REVENU);

    /// What is typed; what is not read stands for the last thirty days, for everything.
    static LedgerFilter of(Map<String, String> typed, LocalDate today) {
        var to = day(typed.get("au"), today);
        return new LedgerFilter(
                day(typed.get("du"), to.minusDays(30)),
                to,
                among(typed.get("voie"), List.of(Channel.values())),
                among(typed.get("quoi"), LEFT),
                text(typed.get("destinataire")),
                page(typed.get("page")));
    }

    /// The days, or nothing when the first comes after the last.
    boolean orderly() {
        return !from.isAfter(to);
    }

    Period period() {
        return new Period(from, to);
    }

    private static LocalDate day(@Nullable String typed, LocalDate other) {
        try {
            return text(typed).isEmpty() ? other : LocalDate.parse(text(typed));
        } catch (DateTimeException _) {
            return other;
        }
    }

    private static String among(@Nullable String typed, List<? extends Enum<?>> known) {
        return known.stream().anyMatch(one -> one.name().equals(typed)) ? text(typed) : "";
    }

    private static int page(@Nullable String typed) {
        return text(typed).matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(text(typed))) : 1;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
