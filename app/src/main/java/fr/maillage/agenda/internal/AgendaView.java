package fr.maillage.agenda.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which part of the agenda is looked at: a day, a week or a month, of whom. Its address holds
/// identifiers and dates only.
///
/// @param who "" for oneself, `equipe`, the identifier of an antenna, or `choix` for members chosen
/// @param members whose, by name
record AgendaView(LocalDate day, Scale scale, String who, List<Networks.Member> members) {

    /// Side by side, more than this is not looked at but searched.
    static final int WIDEST = 60;

    AgendaView {
        members = List.copyOf(members);
    }

    /// How much time.
    enum Scale {
        JOUR("Jour"),
        SEMAINE("Semaine"),
        MOIS("Mois");

        final String label;

        Scale(String label) {
            this.label = label;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What an address asks for; anything unknown in it is left out.
    static AgendaView of(
            String day,
            String scale,
            String who,
            List<String> chosen,
            List<Networks.Member> team,
            UUID me,
            LocalDate today) {
        var asked = chosen.stream().flatMap(id -> Ids.parse(id).stream()).toList();
        var picked = team.stream().filter(m -> asked.contains(m.id())).limit(WIDEST).toList();
        var kind = who;
        if (!picked.isEmpty())
            kind = picked.size() == 1 && picked.getFirst().id().equals(me) ? "" : "choix";
        else if (who.equals("equipe")) picked = team.stream().limit(WIDEST).toList();
        else
            picked =
                    team.stream()
                            .filter(m -> m.unitId() != null && m.unitId().toString().equals(who))
                            .limit(WIDEST)
                            .toList();
        if (picked.isEmpty()) {
            kind = "";
            picked = team.stream().filter(m -> m.id().equals(me)).toList();
        }
        return new AgendaView(day(day, today), scale(scale), kind, picked);
    }

    private static Scale scale(String typed) {
        return switch (typed) {
            case "semaine" -> Scale.SEMAINE;
            case "mois" -> Scale.MOIS;
            default -> Scale.JOUR;
        };
    }

    private static LocalDate day(String typed, LocalDate today) {
        try {
            var day = typed.isEmpty() ? today : LocalDate.parse(typed);
            return day.getYear() < 2000 || day.getYear() > 2200 ? today : day;
        } catch (DateTimeException _) {
            return today;
        }
    }

    List<UUID> ids() {
        return members.stream().map(Networks.Member::id).toList();
    }

    /// First day shown.
    LocalDate first() {
        return switch (scale) {
            case JOUR -> day;
            case SEMAINE -> monday(day);
            case MOIS -> monday(day.withDayOfMonth(1));
        };
    }

    /// Last day shown.
    LocalDate last() {
        return switch (scale) {
            case JOUR -> day;
            case SEMAINE -> monday(day).plusDays(6);
            case MOIS -> monday(day.with(TemporalAdjusters.lastDayOfMonth())).plusDays(6);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// The words above.
    String title() {
        return switch (scale) {
            case JOUR -> FrenchDates.longDay(day);
            case SEMAINE -> "semaine du " + FrenchDates.date(first());
            case MOIS -> FrenchDates.date(day.withDayOfMonth(2)).substring(2);
        };
    }

    AgendaView with(LocalDate other) {
        return new AgendaView(other, scale, who, members);
    }

    AgendaView with(Scale other) {
        return new AgendaView(day, other, who, members);
    }

    AgendaView previous() {
        return with(
                switch (scale) {
                    case JOUR -> day.minusDays(1);
                    case SEMAINE -> day.minusWeeks(1);
                    case MOIS -> YearMonth.from(day).minusMonths(1).atDay(1);
                });
    }

    AgendaView next() {
        return with(
                switch (scale) {
                    case JOUR -> day.plusDays(1);
                    case SEMAINE -> day.plusWeeks(1);
                    case MOIS -> YearMonth.from(day).plusMonths(1).atDay(1);
                });
    }

    /// The address of this view.
    String href() {
        return "/agenda?" + query();
    }

    /// What follows the question mark.
    String query() {
        return "jour="
                + day
                + (scale == Scale.JOUR ? "" : "&vue=" + scale.code())
                + switch (who) {
                    case "" -> "";
                    case "choix" ->
                            members.stream()
                                    .map(m -> "&membre=" + m.id())
                                    .collect(Collectors.joining());
                    default -> "&qui=" + who;
                };
    }
}
