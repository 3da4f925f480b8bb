-- The words that begin as what is being typed, without reading the whole vocabulary: `<` on text is leakproof and may use an
-- index beside the policy, and only the order of bytes puts the words of one beginning together.
create index name_vocabulary_beginning on patient.name_vocabulary (network_id, word collate "C");
