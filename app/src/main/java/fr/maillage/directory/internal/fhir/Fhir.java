package fr.maillage.directory.internal.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// Pieces of a French FHIR resource. Extensions are known by the end of their address and
/// nomenclatures by their name (`TRE_R213`), with either dash: both moved from one version of the
/// guides to the next. Source: ANS, guides d'implémentation de l'annuaire et du ROR.
public final class Fhir {

    /// « Accès très restreint » (TRE_R283): shown to nobody here. 1 is public, 2 is for
    /// professionals.
    private static final String SECRET = "3";

    private Fhir() {}

    /// How other resources name this one: `Type/id`.
    public static String key(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /// The same of a reference: relative, whole or of a version; null when it names nothing.
    public static @Nullable String key(@Nullable Reference reference) {
        if (reference == null || !reference.hasReference()) return null;
        var id = reference.getReferenceElement();
        if (reference.getReference().startsWith("urn:")) return reference.getReference();
        return id.hasResourceType() && id.hasIdPart()
                ? id.getResourceType() + "/" + id.getIdPart()
                : null;
    }

    /// When the service last changed it; null when it does not say.
    public static @Nullable Instant updated(Resource resource) {
        var at = resource.getMeta().getLastUpdated();
        return at == null ? null : at.toInstant();
    }

    /// Whether it holds only some of its fields.
    public static boolean subsetted(Resource resource) {
        return resource.getMeta().getTag().stream()
                .anyMatch(tag -> "SUBSETTED".equals(tag.getCode()));
    }

    /// The extensions whose address ends so.
    public static Stream<Extension> extensions(List<Extension> of, String end) {
        return of.stream().filter(e -> e.getUrl() != null && ends(e.getUrl(), end));
    }

    /// The value of the first extension whose address ends so, when it is of this kind.
    public static <T extends Type> Optional<T> value(
            List<Extension> of, String end, Class<T> kind) {
        return extensions(of, end)
                .map(Extension::getValue)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /// A coded value, be it a Coding or a CodeableConcept; null when there is none.
    public static @Nullable String code(List<Extension> of, String end) {
        return extensions(of, end)
                .map(Extension::getValue)
                .map(v ->
                        switch (v) {
                            case Coding coding -> coding.getCode();
                            case CodeableConcept concept -> concept.getCodingFirstRep().getCode();
                            case null, default -> null;
                        })
                .filter(c -> c != null && !c.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static boolean ends(String address, String end) {
        return address.equals(end) || address.endsWith("/" + end);
    }

    /// The codings of a nomenclature, `TRE_R213` or `JDV_J19`.
    public static Stream<Coding> codings(List<CodeableConcept> concepts, String... nomenclatures) {
        return concepts.stream()
                .flatMap(c -> c.getCoding().stream())
                .filter(c -> c.hasCode() && of(c.getSystem(), nomenclatures));
    }

    private static boolean of(@Nullable String system, String... nomenclatures) {
        if (system == null) return false;
        var plain = system.replace('-', '_');
        for (var name : nomenclatures) if (plain.contains(name + "_")) return true;
        return false;
    }

    /// The value of the first identifier of a system, without spaces.
    public static Optional<String> identifier(List<Identifier> identifiers, String system) {
        return identifiers.stream()
                .filter(i -> system.equals(i.getSystem()) && i.hasValue())
                .map(i -> i.getValue().strip())
                .findFirst();
    }

    /// The value of the first identifier of a type (`FINEG`, `IDNST`).
    public static Optional<String> identifierOf(List<Identifier> identifiers, String type) {
        return identifiers.stream()
                .filter(i ->
                        i.hasValue()
                                && i.getType().getCoding().stream()
                                        .anyMatch(c -> type.equals(c.getCode())))
                .map(i -> i.getValue().strip())
                .findFirst();
    }

    /// A telephone that may be shown, digits together; null when there is none.
    public static @Nullable String phone(List<ContactPoint> points) {
        return points.stream()
                .filter(p -> shown(p) && p.getSystem() == ContactPoint.ContactPointSystem.PHONE)
                .sorted(java.util.Comparator.comparingInt(p -> p.hasRank() ? p.getRank() : 99))
                .map(p -> digits(p.getValue()))
                .filter(p -> !p.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /// An ordinary address of mail that may be shown.
    public static @Nullable String email(List<ContactPoint> points) {
        return points.stream()
                .filter(p -> shown(p) && isMail(p) && !secure(p))
                .map(p -> p.getValue().strip())
                .findFirst()
                .orElse(null);
    }

    /// Secure addresses (MSSanté) that are not on the red list.
    public static List<String> mailboxes(List<ContactPoint> points) {
        return points.stream()
                .filter(p -> shown(p) && isMail(p) && secure(p) && !red(p))
                .map(p -> p.getValue().strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static boolean shown(ContactPoint point) {
        return point.hasValue()
                && !SECRET.equals(code(point.getExtension(), "ror-telecom-confidentiality-level"));
    }

    private static boolean isMail(ContactPoint point) {
        return point.getValue().contains("@");
    }

    /// Told by its type of messaging, or by its address.
    private static boolean secure(ContactPoint point) {
        return point.getExtension().stream()
                        .map(Extension::getValue)
                        .anyMatch(v ->
                                v instanceof Coding c && "MSSANTE".equals(c.getCode())
                                        || v instanceof CodeableConcept l
                                                && l.getCoding().stream()
                                                        .anyMatch(
                                                                c -> "MSSANTE".equals(c.getCode())))
                || point.getValue().toLowerCase(Locale.ROOT).contains("mssante.");
    }

    private static boolean red(ContactPoint point) {
        return extensions(point.getExtension(), "as-mailbox-mss-metadata")
                .flatMap(e -> extensions(e.getExtension(), "listeRouge"))
                .anyMatch(e ->
                        e.getValue() instanceof org.hl7.fhir.r4.model.BooleanType b
                                && b.booleanValue());
    }

    /// Digits of a number, `+33` as `0`.
    public static String digits(String typed) {
        var digits = typed.replaceAll("[^0-9+]", "");
        return digits.startsWith("+33") ? "0" + digits.substring(3) : digits.replace("+", "");
    }

    /// The lines of an address, or the pieces their extensions hold; null when there is nothing.
    public static @Nullable String lines(Address address) {
        var text =
                address.getLine().stream()
                        .map(line -> line.getValue() == null ? pieces(line) : line.getValue())
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    private static String pieces(Element line) {
        return line.getExtension().stream()
                .map(Extension::getValue)
                .filter(v -> v != null && v.isPrimitive())
                .map(v -> String.valueOf(v.primitiveValue()))
                .collect(Collectors.joining(" "));
    }
}
