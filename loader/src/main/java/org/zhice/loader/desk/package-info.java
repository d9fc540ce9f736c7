/**
 * Where documents come in and folders to review go out: one document or a folder of them, read for the first time or again.
 * {@link org.zhice.loader.desk.Desk} is the front door.
 */
package org.zhice.loader.desk;
