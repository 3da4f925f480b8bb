package fr.maillage.followup.internal;

import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of alerts of the structure, by family.
public record RulesPage(Sent form, List<Group> groups) {

    public record Group(String family, List<Rule> rules) {}

    /// @param mayStop whether the structure may turn it off
    /// @param threshold what its threshold is about; null when its dates stand elsewhere
    /// @param about its default, its bounds and where the default comes from
    /// @param fields one for every level, then one a level where a level makes sense
    /// @param changed « Modifié le 2 juin par… », or null
    public record Rule(
            String code,
            String label,
            String icon,
            boolean active,
            boolean mayStop,
            int weight,
            List<Choice> goesTo,
            @Nullable String threshold,
            @Nullable String about,
            List<Field> fields,
            @Nullable String changed) {}

    /// @param inherited what holds when the field is empty
    public record Field(String name, String label, String inherited, boolean own) {}
}
