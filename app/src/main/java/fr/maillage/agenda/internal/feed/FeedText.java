package fr.maillage.agenda.internal.feed;

import fr.maillage.kernel.Typography;

/// The French of addresses for other calendars.
final class FeedText {

    static final String MADE =
            "Adresse créée"
                    + Typography.NBSP
                    + ": copiez-la maintenant, elle ne sera plus montrée.";
    static final String REVOKED =
            "Adresse révoquée" + Typography.NBSP + ": elle ne donne plus rien.";

    private FeedText() {}
}
