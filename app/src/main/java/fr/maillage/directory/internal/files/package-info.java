/// The national files as bytes: opened, cut into lines and fields, checked. Knows no database.
@NullMarked
package fr.maillage.directory.internal.files;

import org.jspecify.annotations.NullMarked;
