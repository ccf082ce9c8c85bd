//! Enums whose every value has one written name, the same in Rust, in JSON and in the policies.

/// Declares such an enum, with `ALL`, `as_str`, `Display` and `FromStr`.
macro_rules! named {
    (
        $(#[$outer:meta])*
        $name:ident, $what:literal {
            $( $(#[$inner:meta])* $variant:ident = $text:literal ),+ $(,)?
        }
    ) => {
        $(#[$outer])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $( $(#[$inner])* #[serde(rename = $text)] $variant ),+
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The written name, the same in JSON and in the policies.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $text ),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::AccessError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $text => Ok(Self::$variant), )+
                    _ => Err($crate::AccessError::UnknownName { what: $what, text: text.to_owned() }),
                }
            }
        }
    };
}

pub(crate) use named;
