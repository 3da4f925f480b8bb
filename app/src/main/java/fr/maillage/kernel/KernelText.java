package fr.maillage.kernel;

import java.util.Optional;

/// What to write beside a field whose value was refused: what is wrong, then what to do. Never the
/// value itself.
public final class KernelText {
    /// For an empty [Rpps#parse].
    public static final String RPPS = "Un numéro RPPS compte 11 chiffres.";

    /// For a [Rpps#doubtful] number, which is kept.
    public static final String RPPS_DOUBTFUL =
            "La clé de ce numéro RPPS ne correspond pas"
                    + Typography.NBSP
                    + ": vérifiez-le. Il est enregistré tel quel.";

    /// For an empty [Finess#parse].
    public static final String FINESS =
            "Ce numéro FINESS n’est pas valable"
                    + Typography.NBSP
                    + ": il compte 9 caractères, et le dernier dépend des autres.";

    /// For an empty [CommuneCode#parse].
    public static final String COMMUNE =
            "Ce n’est pas un code commune de l’Insee (5 caractères, différent du code postal).";

    /// For an empty [PhoneNumber#parse].
    public static final String PHONE =
            "Ce numéro de téléphone n’est pas complet"
                    + Typography.NBSP
                    + ": 10 chiffres, ou l’indicatif du pays après un +.";

    /// For an empty [Period#of].
    public static final String PERIOD =
            "La fin est avant le début" + Typography.NBSP + ": corrigez l’une des deux dates.";

    /// For an empty [Money#parse].
    public static final String MONEY =
            "Ce n’est pas un montant" + Typography.NBSP + ": écrivez par exemple 1234,50.";

    private KernelText() {}

    /// Empty when the matricule is right.
    public static Optional<String> of(Ins.Check check) {
        return Optional.ofNullable(
                switch (check) {
                    case Ins.Check.Valid _ -> null;
                    case Ins.Check.Missing _ -> "Saisissez le matricule INS.";
                    case Ins.Check.WrongLength(var found) when found == 13 ->
                            "Il manque la clé"
                                    + Typography.NBSP
                                    + ": les deux derniers chiffres du matricule INS.";
                    case Ins.Check.WrongLength(var found) ->
                            "Un matricule INS compte 15 caractères"
                                    + Typography.NBSP
                                    + "; celui-ci en a "
                                    + found
                                    + ".";
                    case Ins.Check.WrongCharacter(var position) ->
                            "Le "
                                    + ordinal(position)
                                    + " caractère du matricule INS ne convient pas"
                                    + Typography.NBSP
                                    + ": attention à la lettre O et au chiffre 0.";
                    case Ins.Check.WrongKey _ ->
                            "La clé ne correspond pas aux autres chiffres du matricule INS"
                                    + Typography.NBSP
                                    + ": relisez-le sur la pièce.";
                });
    }

    /// Empty when the name is right.
    public static Optional<String> of(PersonName.Check check) {
        return Optional.ofNullable(
                switch (check) {
                    case PersonName.Check.Valid _ -> null;
                    case PersonName.Check.FamilyMissing _ -> "Saisissez le nom.";
                    case PersonName.Check.ControlCharacter(var part) ->
                            name(part)
                                    + " contient un caractère invisible"
                                    + Typography.NBSP
                                    + ": effacez-le et saisissez-le à nouveau.";
                    case PersonName.Check.TooLong(var part) ->
                            name(part) + " dépasse " + PersonName.MAX + " caractères.";
                });
    }

    /// Empty when the date is right.
    public static Optional<String> of(BirthDate.Check check) {
        return Optional.ofNullable(
                switch (check) {
                    case BirthDate.Check.Valid _ -> null;
                    case BirthDate.Check.Missing _ -> "Saisissez la date de naissance.";
                    case BirthDate.Check.NotADate _ ->
                            "Cette date de naissance n’existe pas"
                                    + Typography.NBSP
                                    + ": écrivez le jour, le mois et l’année sur quatre chiffres, par exemple 14/05/1942.";
                    case BirthDate.Check.InTheFuture _ ->
                            "La date de naissance est dans le futur"
                                    + Typography.NBSP
                                    + ": vérifiez l’année.";
                    case BirthDate.Check.TooEarly _ ->
                            "La date de naissance est avant 1900"
                                    + Typography.NBSP
                                    + ": vérifiez l’année.";
                });
    }

    private static String name(PersonName.Part part) {
        return part == PersonName.Part.FAMILY ? "Le nom" : "Le prénom";
    }

    private static String ordinal(int position) {
        return position == 1 ? "1er" : position + "e";
    }
}
