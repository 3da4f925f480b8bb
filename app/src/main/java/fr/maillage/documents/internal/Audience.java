package fr.maillage.documents.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Marks of who may read a document: the parts of the circle of care, reception and steering, the
/// person. The clinical team reads all documents of its structure, and needs no mark.
final class Audience {

    /// Secretaries and heads.
    static final String RECEPTION = "ACCUEIL";

    /// The person, and the relative who reads with them.
    static final String PERSON = "PERSONNE";

    /// Every mark, in the order of the screen.
    static final List<String> MARKS =
            List.of(
                    "SOINS",
                    "MEDICAL",
                    "PSYCHOLOGIQUE",
                    "SOCIAL",
                    "EDUCATION",
                    "AIDE",
                    RECEPTION,
                    PERSON);

    private Audience() {}

    /// Those of `sent` that are marks, in order.
    static List<String> of(Collection<String> sent) {
        var found = new ArrayList<>(MARKS);
        found.retainAll(sent);
        return List.copyOf(found);
    }
}
