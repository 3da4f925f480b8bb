package fr.maillage.partners.internal;

import fr.maillage.directory.NationalEditions;
import fr.maillage.directory.NationalEditions.InUse;
import fr.maillage.directory.Qualifications;
import fr.maillage.directory.Qualifications.Skill;
import fr.maillage.directory.Source;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Skills and diplomas of a professional on their card, with the edition that says them.
@Component
class QualificationScreens {

    private final Qualifications qualifications;
    private final NationalEditions editions;

    QualificationScreens(Qualifications qualifications, NationalEditions editions) {
        this.qualifications = qualifications;
        this.editions = editions;
    }

    /// Null when no extraction of skills or diplomas was ever loaded.
    CardPage.@Nullable Qualified of(String number) {
        var inUse =
                editions.inUse().stream()
                        .collect(Collectors.toMap(InUse::source, Function.identity()));
        var skills = inUse.get(Source.SAVOIR_FAIRE);
        var diplomas = inUse.get(Source.DIPLOMES);
        var held = qualifications.of(number);
        if (skills == null && diplomas == null && held.none()) return null;
        return new CardPage.Qualified(
                lines(held.skills()),
                lines(held.diplomas()),
                lines(held.authorisations()),
                HomeText.qualified(skills, diplomas));
    }

    private static List<CardPage.Line> lines(List<Skill> skills) {
        return skills.stream().map(s -> new CardPage.Line(s.type(), s.label())).toList();
    }
}
