package fr.maillage.directory.internal.load;

import fr.maillage.directory.NationalEditions;
import fr.maillage.directory.internal.load.Editions.Edition;
import fr.maillage.kernel.FrenchDates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
class SqlNationalEditions implements NationalEditions {

    /// `PS_LibreAcces_Personne_activite_202605310734.zip`,
    /// `etalab-cs1100502-stock-20260504-0338.csv`.
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(20\\d{6})(?:\\d{4}(?:\\d{2})?)?(?!\\d)");

    private final Editions editions;

    SqlNationalEditions(Editions editions) {
        this.editions = editions;
    }

    @Override
    public List<InUse> inUse() {
        return editions.taken().stream()
                .sorted(Comparator.comparing(Edition::source))
                .map(e -> {
                    var day = extracted(e.fileName());
                    return new InUse(
                            e.source(),
                            e.held(),
                            day.orElseGet(
                                    () -> LocalDate.ofInstant(e.begunAt(), FrenchDates.PARIS)),
                            day.isPresent());
                })
                .toList();
    }

    /// The day in the name of a file; empty when it bears none.
    static Optional<LocalDate> extracted(String name) {
        var found = DAY.matcher(name);
        if (!found.find()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(found.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
