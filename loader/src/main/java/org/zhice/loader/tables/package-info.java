/**
 * The reviewed tables. {@link org.zhice.loader.tables.Tables} is the front door: it reads them all and checks them by their
 * contract, {@code csv-metadata.json}. {@link org.zhice.loader.tables.Additions} puts new rows among them.
 */
package org.zhice.loader.tables;
