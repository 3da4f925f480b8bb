package fr.maillage.protocol.internal;

import fr.maillage.web.FormView;
import java.util.List;

/// A draft being written: the heading and each line are forms of their own.
public record ProtocolEditPage(String href, String heading, FormView head, List<Section> sections) {

    public record Section(String id, String title, List<FormView> forms) {}
}
