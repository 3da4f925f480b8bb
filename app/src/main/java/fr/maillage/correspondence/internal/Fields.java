package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.LetterFields.Field;
import fr.maillage.correspondence.LetterFields.Subject;
import fr.maillage.correspondence.LetterFields.Values;
import fr.maillage.correspondence.LetterFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Every field a letter may name, whatever module knows it.
@Component
class Fields {

    private final ObjectProvider<LetterFields> sources;

    /// The sources are modules above this one: asked for when needed, not when the application
    /// starts.
    Fields(ObjectProvider<LetterFields> sources) {
        this.sources = sources;
    }

    /// By key, in the order they are offered.
    Map<String, Field> all() {
        var all = new LinkedHashMap<String, Field>();
        sources.orderedStream()
                .flatMap(source -> source.fields().stream())
                .forEach(field -> {
                    if (all.put(field.key(), field) != null)
                        throw new IllegalStateException("two fields are called " + field.key());
                });
        return all;
    }

    /// What is known of a person whose file is open.
    Values of(Subject subject) {
        var values = empty();
        sources.orderedStream().forEach(source -> source.fill(subject, values));
        return values;
    }

    /// Nothing known, but which fields repeat.
    Values empty() {
        var values = new Values();
        all().values().stream()
                .filter(Field::repeated)
                .map(Field::group)
                .distinct()
                .forEach(values::repeat);
        return values;
    }

    /// The fields in the order of their groups: what a template may name.
    List<Field> list() {
        return List.copyOf(all().values());
    }
}
