package fr.maillage.diseaseregister.internal;

import fr.maillage.web.FormView;
import java.util.List;

/// A definition being written: its heading and each field are forms of their own.
///
/// @param gaps what keeps it from being published
public record DefinitionPage(
        String href, String title, FormView head, List<FormView> fields, List<String> gaps) {}
