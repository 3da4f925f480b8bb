package fr.maillage.portal.internal;

import fr.maillage.kernel.Typography;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// To whom the plan speaks: the person, or a relative who reads it with them. A daughter is not
/// told « votre plan » about her mother's.
///
/// @param kin « votre mère », « votre proche »; null for the person
/// @param name « Odette LEROY »
/// @param feminine agreement with the person
public record Reader(@Nullable String kin, String name, boolean feminine) {

    /// What the person is to somebody who is their… : for a woman, for a man.
    private static final Map<String, Kin> KIN =
            Map.ofEntries(
                    Map.entry("fille", new Kin("votre mère", "votre père")),
                    Map.entry("fils", new Kin("votre mère", "votre père")),
                    Map.entry("mère", new Kin("votre fille", "votre fils")),
                    Map.entry("père", new Kin("votre fille", "votre fils")),
                    Map.entry("sœur", new Kin("votre sœur", "votre frère")),
                    Map.entry("frère", new Kin("votre sœur", "votre frère")),
                    Map.entry("mari", new Kin("votre épouse", "votre époux")),
                    Map.entry("époux", new Kin("votre épouse", "votre époux")),
                    Map.entry("femme", new Kin("votre épouse", "votre époux")),
                    Map.entry("épouse", new Kin("votre épouse", "votre époux")),
                    Map.entry("nièce", new Kin("votre tante", "votre oncle")),
                    Map.entry("neveu", new Kin("votre tante", "votre oncle")),
                    Map.entry("petite-fille", new Kin("votre grand-mère", "votre grand-père")),
                    Map.entry("petit-fils", new Kin("votre grand-mère", "votre grand-père")));

    private record Kin(String woman, String man) {}

    /// The person reads.
    static Reader person(String name, boolean feminine) {
        return new Reader(null, name, feminine);
    }

    /// A relative reads; `relation` is what they are to the person, as the circle says it.
    static Reader relative(@Nullable String relation, String name, boolean feminine) {
        var kin = KIN.get(relation == null ? "" : relation.strip().toLowerCase(Locale.FRENCH));
        return new Reader(
                kin == null ? "votre proche" : feminine ? kin.woman() : kin.man(), name, feminine);
    }

    /// The person, not somebody for them.
    public boolean self() {
        return kin == null;
    }

    /// « votre plan », « le plan de votre mère, Odette LEROY ».
    public String plan() {
        return self() ? "votre plan" : "le plan de " + kin + ", " + name;
    }

    public String planTitle() {
        return Typography.capital(plan());
    }

    /// « Mon plan », « Son plan »: title of the window and of the rail.
    public String shortTitle() {
        return self() ? "Mon plan" : "Le plan de " + name;
    }

    public String wishTitle() {
        return self() ? "Ce que vous voulez" : feminine ? "Ce qu’elle veut" : "Ce qu’il veut";
    }

    public String circleTitle() {
        return self()
                ? "Qui vous accompagne"
                : feminine
                        ? "Qui l’accompagne, et vous avec elle"
                        : "Qui l’accompagne, et vous avec lui";
    }

    public String relativesTitle() {
        return self() ? "Vos proches" : "Ses proches";
    }

    public String referentTitle() {
        return self()
                ? "Votre référent"
                : feminine ? "Sa référente ou son référent" : "Son référent";
    }

    public String accessTitle() {
        return self() ? "Qui a ouvert votre dossier" : "Qui a ouvert son dossier";
    }

    public String doctor() {
        return self() ? "Votre médecin" : "Son médecin";
    }

    public String everything() {
        return self() ? "Lire tout votre plan" : "Lire tout le plan";
    }

    public String noPlan() {
        return self()
                ? "Votre plan n’est pas encore écrit."
                : Typography.capital(kin == null ? "" : kin) + " n’a pas encore de plan écrit.";
    }

    public String writtenWith() {
        return self()
                ? "L’équipe l’écrira avec vous."
                : feminine
                        ? "L’équipe l’écrira avec elle, et avec vous si elle le souhaite."
                        : "L’équipe l’écrira avec lui, et avec vous s’il le souhaite.";
    }

    /// How the reader may refuse that a member of the circle reads the file.
    public String mayOppose() {
        return self()
                ? "Vous pouvez vous opposer à tout moment à ce que l’un d’eux lise votre dossier"
                : feminine
                        ? "Elle peut s’opposer à tout moment à ce que l’un d’eux lise son dossier"
                        : "Il peut s’opposer à tout moment à ce que l’un d’eux lise son dossier";
    }

    /// « pour vous soigner », « pour la soigner ».
    String toCare(String volet) {
        return switch (volet) {
            case "SOINS" ->
                    self() ? "Pour vous soigner" : feminine ? "Pour la soigner" : "Pour le soigner";
            case "EDUCATION" ->
                    self() ? "Pour mieux comprendre votre santé" : "Pour mieux comprendre sa santé";
            case "AIDE" ->
                    self()
                            ? "Pour vous aider au quotidien"
                            : feminine
                                    ? "Pour l’aider, elle, au quotidien"
                                    : "Pour l’aider, lui, au quotidien";
            default -> "Ce qui est prévu";
        };
    }

    /// « Peut lire tout votre plan. »
    String itsPlan() {
        return self() ? "votre plan" : "son plan";
    }

    /// Words written for the person, said to who reads: « a ouvert votre plan », « a ouvert son
    /// plan ».
    String tell(String words) {
        if (self()) return words;
        return words.replace("auprès de vous", feminine ? "auprès d’elle" : "auprès de lui")
                .replace("vous concernant", feminine ? "la concernant" : "le concernant")
                .replace("qui vous accompagnent", "qui l’accompagnent")
                .replace("votre ", "son ")
                .replace("vos ", "ses ");
    }
}
