//! Statements by `psql`, so that this crate needs no driver.

use std::process::Command;

use crate::ClusterError;
use crate::cluster::Cluster;
use crate::process::output;

impl Cluster {
    /// Runs SQL in a database as the superuser. Gives the rows, one a line, columns parted by `|`, nulls empty.
    ///
    /// # Errors
    /// [`ClusterError::Failed`] with the server's words.
    pub fn sql(&self, database: &str, statements: &str) -> Result<String, ClusterError> {
        let mut psql = Command::new(self.program("psql"));
        psql.args([
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-d",
            &self.url(database),
            "-c",
            statements,
        ]);
        output(psql).map(|text| text.trim_end().to_owned())
    }

    /// Makes an empty database and gives its URL.
    ///
    /// # Errors
    /// [`ClusterError::Failed`], e.g. when the name is taken.
    pub fn create_database(&self, name: &str) -> Result<String, ClusterError> {
        self.sql("postgres", &format!("CREATE DATABASE {}", quote(name)))?;
        Ok(self.url(name))
    }

    /// Makes a role that may sign in and, until granted, nothing else.
    ///
    /// # Errors
    /// [`ClusterError::Failed`], e.g. when the name is taken.
    pub fn create_role(&self, name: &str) -> Result<(), ClusterError> {
        self.sql("postgres", &format!("CREATE ROLE {} LOGIN", quote(name))).map(drop)
    }
}

/// An SQL identifier, whatever is in it.
fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn a_quote_in_a_name_stays_in_the_name() {
        assert_eq!(quote(r#"a"b"#), r#""a""b""#);
    }
}
