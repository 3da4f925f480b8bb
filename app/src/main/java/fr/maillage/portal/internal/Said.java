package fr.maillage.portal.internal;

/// One thing said to the person, or about her or him to a relative who reads. French agrees inside
/// the sentence (« vous concernant », « la concernant »), so each is written whole.
record Said(String toThePerson, String ofHer, String ofHim) {

    /// About her and about him it is the same: « son plan ».
    Said(String toThePerson, String ofThem) {
        this(toThePerson, ofThem, ofThem);
    }

    /// The same to everybody.
    Said(String words) {
        this(words, words, words);
    }
}
