package fr.maillage.demo.internal;

import java.util.List;
import java.util.random.RandomGenerator;

/// Invented people: common names put together by chance, numbers from ranges that belong to nobody.
final class Names {

    private static final List<String> FAMILIES =
            List.of(
                    ("LEFEBVRE DUPONT LEROY CARON DELATTRE WIART FLAMENT VASSEUR BAUDUIN LECLERCQ DELANNOY DESCAMPS VANHOVE CARPENTIER "
                                    + "DUBOIS LEMAIRE FOURNIER MASSON BLONDEL DERAMBURE POULAIN HERMANT CATTEAU DEHAENE DELPORTE LEGRAND MORTREUX "
                                    + "HENNEBELLE COUSIN TASSART WALLET DEBRUYNE VERMEERSCH MARÉCHAL LOBRY PRUVOST FONTAINE DELCROIX LESAGE "
                                    + "BOULANGER COCHETEUX PLOUVIER DUFLOT HANOT BRASSART LALLEMANT PETIT ROUSSEAU GARCIA NOWAK KOWALSKI "
                                    + "WOJCIK LEWANDOWSKI ZIELINSKI JANKOWSKI KACZMAREK BENALI HADDAD BELKACEM CHERIF MANSOURI AMRANI BOUZID SAÏDI "
                                    + "DIALLO TRAORÉ SARR KEÏTA NDIAYE DA_SILVA FERREIRA ROSSI MORETTI LOMBARDI RICCI DELVAUX VANDENBROUCKE "
                                    + "VERHAEGHE DECLERCQ DEWITTE LEFRANC MAHIEU TRINEL COURTIN LEMOINE GRÉGOIRE BOUCHEZ DANCOISNE HOUZET "
                                    + "LAMBERT DUMORTIER BERNARD MERCIER VERDIER FAUCON GOSSELIN HUREZ LECOCQ MILLEVILLE NAESSENS OUDART PAYEN "
                                    + "QUESTE RAMBAUT SENÉCHAL THERY URBANIAK VIENNE WATTEL YOUSFI ZÉLIE ANSART BÉCUE CRÉPIN DHAINAUT ÉVRARD")
                            .split(" "));
    private static final List<String> WOMEN_OLD =
            List.of(
                    ("Odette Jeannine Yvette Paulette Simone Denise Ginette Renée Marie-Thérèse Monique Jacqueline Andrée Marcelle "
                                    + "Raymonde Huguette Colette Lucienne Irène Stéphanie Wanda Fatima Thérèse Geneviève Solange Micheline")
                            .split(" "));
    private static final List<String> MEN_OLD =
            List.of(
                    ("Marcel André Roger Jean René Robert Maurice Raymond Henri Lucien Georges Edmond Casimir Stanislas Émile Pierre "
                                    + "Jacques Michel Gérard Mohamed Gaston Fernand Léon Claude Serge")
                            .split(" "));
    private static final List<String> WOMEN =
            List.of(
                    ("Nadège Sylvie Isabelle Nathalie Sandrine Valérie Corinne Samia Karima Aïcha Mariama Céline Laurence Christelle "
                                    + "Véronique Brigitte Patricia Delphine Aurélie Émilie Julie Élodie Malika Rosa Agnieszka")
                            .split(" "));
    private static final List<String> MEN =
            List.of(
                    ("Yann Philippe Pascal Thierry Éric Laurent Christophe Frédéric David Karim Rachid Sébastien Nicolas Stéphane Olivier "
                                    + "Bruno Dominique Mamadou Ibrahim António Piotr Ludovic Jérôme Franck Fabrice")
                            .split(" "));
    private static final List<String> GIRLS =
            List.of("Léa Manon Chloé Inès Jade Louise Lina Camille Zoé Sarah Nour Emma".split(" "));
    private static final List<String> BOYS =
            List.of(
                    "Léo Hugo Nathan Louis Adam Gabriel Mathis Yanis Noé Jules Tom Rayan"
                            .split(" "));
    private static final List<String> STREETS =
            List.of(
                    "rue de la Fosse",
                    "rue Jean-Jaurès",
                    "rue de la République",
                    "avenue de la Gare",
                    "rue du Moulin",
                    "rue Victor-Hugo",
                    "rue des Mineurs",
                    "cité du Nouveau-Monde",
                    "rue Pasteur",
                    "boulevard du Canal",
                    "rue de l’Église",
                    "rue du Beffroi",
                    "place de la Mairie",
                    "rue des Tisserands",
                    "chemin des Écluses",
                    "résidence Les Peupliers",
                    "rue de Verdun");

    private Names() {}

    static String family(RandomGenerator random) {
        return pick(FAMILIES, random).replace('_', ' ');
    }

    /// A first name of the time when somebody of `age` was born.
    static String given(String sex, int age, RandomGenerator random) {
        var woman = sex.equals("F");
        if (age < 18) return pick(woman ? GIRLS : BOYS, random);
        if (age < 62) return pick(woman ? WOMEN : MEN, random);
        return pick(woman ? WOMEN_OLD : MEN_OLD, random);
    }

    static String street(RandomGenerator random) {
        return (1 + random.nextInt(180)) + " " + pick(STREETS, random);
    }

    /// A fixed line kept for fiction by ARCEP (03 53 01 xx xx), never given to anybody.
    static String landline(RandomGenerator random) {
        return "035301%04d".formatted(random.nextInt(10_000));
    }

    /// A mobile kept for fiction by ARCEP (06 39 98 xx xx).
    static String mobile(RandomGenerator random) {
        return "063998%04d".formatted(random.nextInt(10_000));
    }

    /// An RPPS number of a range used for examples, with its check digit: `10100` then `serial`.
    static String rpps(int serial) {
        return withLuhn("10100%05d".formatted(serial));
    }

    /// A FINESS number of a range that no department uses, with its check digit.
    static String finess(int serial) {
        return withLuhn("599%05d".formatted(serial));
    }

    static String withLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weighted = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    static <T> T pick(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
