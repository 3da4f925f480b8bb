package fr.maillage.help.internal;

/// The four priority missions of the territorial networks of Lorraine, over the four years of their
/// contract. Source: guide DGOS 2012, fiche D4 §4-1.
enum Mission {
    MAINTIEN_A_DOMICILE("Maintien à domicile"),
    ETP("Éducation thérapeutique du patient"),
    SOINS_PALLIATIFS("Soins palliatifs"),
    ADDICTOLOGIE("Addictologie");

    final String label;

    Mission(String label) {
        this.label = label;
    }
}
