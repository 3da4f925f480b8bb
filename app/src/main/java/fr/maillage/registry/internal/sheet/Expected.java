package fr.maillage.registry.internal.sheet;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.internal.Check;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.sheet.SheetPage.Panel;
import fr.maillage.registry.internal.sheet.SheetStore.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What sources expect of a structure by its type, compared with its sheet of a day. Asks nothing
/// of anybody.
final class Expected {

    /// « Autour d’un noyau commun (locaux, secrétariat, direction, gestion comptable, formation,
    /// logistique) ». Source: SROS NPdC, annexe réseaux, §3.3.
    private static final List<String> CORE =
            List.of(
                    "LOCAUX",
                    "SECRETARIAT",
                    "DIRECTION",
                    "COMPTABILITE",
                    "FORMATION",
                    "LOGISTIQUE");

    private static final Set<String> WITH_CORE = Set.of("PLATEFORME", "FEDERATION");

    /// CSP D.6321-5 and D.6321-6 for networks; a health project for group practice (HPST).
    private static final Map<String, List<String>> TEXTS =
            Map.of(
                    "RESEAU", List.of("CONVENTION_CONSTITUTIVE", "DOSSIER_PROMOTEUR"),
                    "PLATEFORME", List.of("CONVENTION_CONSTITUTIVE", "DOSSIER_PROMOTEUR"),
                    "MSP", List.of("PROJET_SANTE"),
                    "CENTRE_SANTE", List.of("PROJET_SANTE", "REGLEMENT"),
                    "POLE_SANTE", List.of("PROJET_SANTE"),
                    "CPTS", List.of("PROJET_SANTE"));

    private Expected() {}

    /// The six functions of the common core, each shared or not; null for other types.
    static @Nullable Panel core(Structure structure, List<Line> shared, LocalDate today) {
        if (!WITH_CORE.contains(structure.typeCode())) return null;
        var there = functions(shared, today);
        return new Panel(
                "noyau",
                RegistryText.core((int) CORE.stream().filter(there::contains).count(), CORE.size()),
                RegistryText.CORE_SOURCE,
                CORE.stream()
                        .map(f ->
                                new Check(
                                        there.contains(f), SheetText.FUNCTIONS.getOrDefault(f, f)))
                        .toList());
    }

    /// Of a federation: its single number, and whether it has members; null for other types.
    /// Source: guide DGOS 2012, fiche D4 §4-2; SROS NPdC §3.3 (PACA).
    static @Nullable Panel federation(
            Structure structure, List<Line> shared, List<Line> members, LocalDate today) {
        if (!structure.typeCode().equals("FEDERATION")) return null;
        var number =
                TableView.today(shared, today).stream()
                        .filter(l -> "NUMERO".equals(l.value("function")))
                        .map(l -> String.valueOf(l.value("phone")))
                        .findFirst();
        var belong = TableView.today(members, today).size();
        return new Panel(
                "federation",
                RegistryText.FEDERATION,
                RegistryText.FEDERATION_SOURCE,
                List.of(
                        new Check(
                                number.isPresent(),
                                number.map(RegistryText::singleNumber)
                                        .orElse(RegistryText.NO_SINGLE_NUMBER)),
                        new Check(belong > 1, RegistryText.members(belong))));
    }

    /// Of a regional network: which of the four missions of support it declares, and that it
    /// follows nobody but for a reason; null for others. Source: guide DGOS 2012, fiche D4 §2.
    static @Nullable Panel support(
            Structure structure, List<Line> missions, List<Line> classification, LocalDate today) {
        if (!Shape.MISSIONS.fits(structure) || structure.typeCode().equals("FEDERATION"))
            return null;
        var there =
                TableView.today(missions, today).stream()
                        .map(l -> String.valueOf(l.value("mission")))
                        .collect(Collectors.toSet());
        var checks = new ArrayList<Check>();
        RegistryText.MISSIONS.forEach(
                (code, label) -> checks.add(new Check(there.contains(code), label)));
        if (!classification.isEmpty()) {
            var sorted = classification.getFirst();
            var includes = sorted.value("includes_patients");
            var words = sorted.value("words");
            if (Boolean.FALSE.equals(includes))
                checks.add(new Check(true, RegistryText.FOLLOWS_NOBODY));
            if (Boolean.TRUE.equals(includes))
                checks.add(
                        new Check(
                                words != null,
                                words == null
                                        ? RegistryText.FOLLOWS_WITHOUT_REASON
                                        : RegistryText.follows(words.toString())));
        }
        return new Panel("appui", RegistryText.SUPPORT, RegistryText.SUPPORT_SOURCE, checks);
    }

    /// The texts the law asks of this type: there, over, missing, or without their file; null when
    /// it asks none.
    ///
    /// @param withFile lines that have a file
    static @Nullable Panel texts(
            Structure structure, List<Line> documents, Set<UUID> withFile, LocalDate today) {
        var asked = TEXTS.get(structure.typeCode());
        if (asked == null) return null;
        return new Panel(
                "textes-attendus",
                RegistryText.TEXTS,
                RegistryText.TEXTS_SOURCE,
                asked.stream().map(kind -> text(kind, documents, withFile, today)).toList());
    }

    private static Check text(
            String kind, List<Line> documents, Set<UUID> withFile, LocalDate today) {
        var label = SheetText.DOCUMENTS.getOrDefault(kind, kind);
        var all = documents.stream().filter(l -> kind.equals(l.value("kind"))).toList();
        if (all.isEmpty()) return new Check(false, RegistryText.missing(label));
        var good = all.stream().filter(l -> !TableView.over(l, today)).findFirst();
        if (good.isEmpty())
            return new Check(
                    false,
                    RegistryText.overSince(
                            label,
                            all.getFirst().value("valid_until") instanceof LocalDate day
                                    ? FrenchDates.date(day)
                                    : ""));
        return withFile.contains(good.get().id())
                ? new Check(true, label)
                : new Check(false, RegistryText.withoutFile(label));
    }

    private static Set<String> functions(List<Line> shared, LocalDate today) {
        return TableView.today(shared, today).stream()
                .map(l -> String.valueOf(l.value("function")))
                .collect(Collectors.toSet());
    }
}
