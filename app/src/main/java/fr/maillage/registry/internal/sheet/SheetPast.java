package fr.maillage.registry.internal.sheet;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.Typography;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.sheet.SheetPage.Became;
import fr.maillage.registry.internal.sheet.SheetPage.Party;
import fr.maillage.registry.internal.sheet.SheetPage.Past;
import fr.maillage.registry.internal.sheet.SheetPage.Verdict;
import fr.maillage.registry.internal.sheet.SheetStore.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a structure was, became and signed with others, in words.
@Component
@Transactional(readOnly = true)
class SheetPast {

    private final History history;

    SheetPast(History history) {
        this.history = history;
    }

    List<Became> successors(UUID id) {
        return history.successors(id).stream()
                .map(s ->
                        new Became(
                                "/registre/" + s.id() + "?partie=histoire",
                                s.name(),
                                RegistryText.became(s.kind(), s.on(), s.approximate())))
                .toList();
    }

    List<Past> past(UUID id) {
        return history.figures(id).stream()
                .map(p -> {
                    var money = p.measure().startsWith("€ ");
                    var own = p.maker().equals(id);
                    return new Past(
                            p.year(),
                            money
                                    ? RegistryText.financed(
                                            SheetText.FUNDS.getOrDefault(
                                                    p.measure().substring(2), ""))
                                    : SheetText.MEASURES.getOrDefault(p.measure(), p.measure()),
                            money ? new Money(p.value()).formatted() : number(p.value()),
                            own ? null : RegistryText.takenOver(p.makerName()),
                            own ? null : "/registre/" + p.maker() + "?partie=histoire",
                            p.note(),
                            p.source());
                })
                .toList();
    }

    private static String number(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() <= 0
                ? Typography.number(plain.longValueExact())
                : plain.toPlainString().replace('.', ',');
    }

    List<Party> parties(UUID id) {
        return history.party(id).stream()
                .map(p ->
                        new Party(
                                "/registre/" + p.structure() + "?partie=conventions",
                                p.name(),
                                SheetText.AGREEMENTS.getOrDefault(p.kind(), p.kind()),
                                p.title(),
                                p.weDo(),
                                p.theyDo(),
                                FrenchDates.date(p.signedOn())
                                        + (p.until() == null
                                                ? ""
                                                : " – " + FrenchDates.date(p.until()))))
                .toList();
    }

    static @Nullable Verdict verdict(List<Line> classification) {
        if (classification.isEmpty()
                || !"TRES_SPECIALISE".equals(classification.getFirst().value("guide_type")))
            return null;
        var centre = ReferenceCentre.of(classification.getFirst().values());
        return switch (centre.verdict()) {
            case MET -> verdict(centre, RegistryText.CENTRE_MET);
            case NOT_MET -> verdict(centre, RegistryText.CENTRE_NOT_MET);
            case UNKNOWN -> verdict(centre, RegistryText.CENTRE_UNKNOWN);
        };
    }

    private static Verdict verdict(ReferenceCentre centre, String words) {
        return new Verdict(words, centre.met(), centre.unmet(), centre.unknown());
    }
}
