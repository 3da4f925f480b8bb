package fr.maillage.network.internal;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the settings pages show, in words.
public final class SettingsPages {

    private SettingsPages() {}

    /// @param notice said on top: somebody saved first
    public record StructurePage(Sent form, @Nullable String notice) {}

    public record ThresholdsPage(Sent form, List<ThresholdGroup> groups) {}

    /// Thresholds of one subject.
    public record ThresholdGroup(String subject, List<Threshold> lines) {}

    /// @param unit « jours », or "" for a bare number
    /// @param bounds « de 1 à 90 jours »
    /// @param fields for the structure (« toutes »), then for the levels 0 to 3; the structure
    ///   alone when the threshold does not depend on the level
    /// @param changed who changed it and when, when the structure set a value of its own
    public record Threshold(
            String field,
            String label,
            String unit,
            String bounds,
            String byDefault,
            String source,
            List<ThresholdField> fields,
            @Nullable String changed) {

        /// Whether each level may have its own.
        public boolean byLevel() {
            return fields.size() > 1;
        }
    }

    /// @param label « Toutes », « Niveau 2 »
    /// @param inherited what holds while the field is empty
    /// @param own whether the structure set a value of its own
    public record ThresholdField(String name, String label, String inherited, boolean own) {}

    public record CriteriaPage(
            Sent form,
            Map<String, String> kinds,
            Map<String, String> themes,
            List<Criterion> lines) {}

    public record Criterion(
            String id, String kind, String theme, String label, boolean required, boolean active) {}

    public record GridPage(
            Sent form, Map<String, String> dimensions, List<GridLine> lines, String firstSource) {}

    public record GridLine(String code, String dimension) {}

    public record ThemesPage(Sent form, Map<String, String> closed, List<Theme> open) {}

    /// @param until last day in words, when one is set
    public record Theme(
            String code, String label, boolean priority, String since, @Nullable String until) {}

    public record UnitsPage(
            Sent form, Map<String, String> kinds, @Nullable String edited, List<Unit> lines) {}

    public record Unit(
            String id,
            String kind,
            String name,
            String commune,
            String address,
            String phone,
            String sharedWith) {}

    public record TeamPage(
            String today, List<Member> present, List<Member> past, List<Fte> fte, String total) {}

    /// @param experience years, with a mark when a coordinator has fewer than the ten the guide
    ///   finds desirable
    public record Member(
            String id,
            String name,
            String function,
            String profile,
            @Nullable String experience,
            boolean shortExperience,
            String fte,
            String sectors,
            String unit,
            String dates) {}

    /// Full-time equivalents of a function today.
    public record Fte(String function, String fte) {}

    /// @param id null for a new member
    /// @param colleagues who may be the binôme
    /// @param login under which the member signs in; null when nobody opened them an access
    public record MemberPage(
            @Nullable String id,
            @Nullable String login,
            Sent form,
            @Nullable String notice,
            Map<String, String> functions,
            Map<String, String> units,
            Map<String, String> colleagues) {}

    public record PrinciplesPage(boolean mayEdit, List<Principles> structures) {}

    /// @param paragraphs none when the structure wrote nothing yet
    public record Principles(String structure, List<String> paragraphs) {}
}
