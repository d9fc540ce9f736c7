/**
 * What frames the body of a document: title, official number, issuer and date at its head or foot, and whether it ends where
 * it breaks off. {@link org.zhice.loader.extract.frame.Frames} is the front door.
 */
package org.zhice.loader.extract.frame;
