/** The saved queries as contracts of a build. */
package org.zhice.app.contract;
