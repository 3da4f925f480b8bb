package fr.maillage.demo.internal;

/// What a first start was asked cannot be done. The message is a sentence for whoever starts the
/// installation: it is all they read.
final class CannotBegin extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotBegin(String sentence) {
        super(sentence);
    }
}
