/**
 * Texts of documents as files: read from any usual format and encoding, recognised, and kept beside the tables outside
 * git. {@link org.zhice.loader.text.SourceFile} reads a file, {@link org.zhice.loader.text.Intake} adds one,
 * {@link org.zhice.loader.text.Texts} holds those that were added.
 */
package org.zhice.loader.text;
