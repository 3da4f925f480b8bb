/// Pages about who is who: likely duplicates, files joined and parted, families, changes of
/// identity.
@NullMarked
package fr.maillage.desk.internal.persons;

import org.jspecify.annotations.NullMarked;
