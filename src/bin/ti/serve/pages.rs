//! The pages: those inside the program, or a folder.

#[cfg(not(feature = "pages"))]
use std::path::Path;
use std::path::PathBuf;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

use super::api::no_route;
use super::problem::Problem;
use crate::input::Fault;

/// Where the pages are.
pub enum Pages {
    #[cfg(feature = "pages")]
    Inside,
    Folder(PathBuf),
    /// Nowhere: the API is served alone.
    #[cfg(not(feature = "pages"))]
    Nowhere,
}

impl Pages {
    /// Those of a folder when one is given, else those inside the program, else those that the build
    /// left beside it.
    pub fn find(folder: Option<PathBuf>) -> Result<Self, Fault> {
        match folder {
            Some(folder) if folder.join("index.html").is_file() => Ok(Self::Folder(folder)),
            Some(folder) => {
                Err(Fault::NoFile(format!("{}: no index.html there", folder.display())))
            }
            #[cfg(feature = "pages")]
            None => Ok(Self::Inside),
            #[cfg(not(feature = "pages"))]
            None => Ok(built().map_or(Self::Nowhere, Self::Folder)),
        }
    }

    /// The pages wherever the API has no route.
    pub fn beside(self, api: Router) -> Router {
        let pages = match self {
            #[cfg(feature = "pages")]
            Self::Inside => Router::new().fallback_service(
                ServeDir::with_backend("", inside::Inside).precompressed_br().precompressed_gzip(),
            ),
            Self::Folder(folder) => Router::new()
                .fallback_service(ServeDir::new(folder).precompressed_br().precompressed_gzip()),
            #[cfg(not(feature = "pages"))]
            Self::Nowhere => Router::new().fallback(no_route),
        };
        api.fallback_service(pages.layer(from_fn(as_a_page)))
    }
}

/// The pages as the build leaves them: `www/dist` here, or two folders above the program.
#[cfg(not(feature = "pages"))]
fn built() -> Option<PathBuf> {
    let program = std::env::current_exe().ok();
    let beside = program.as_deref().and_then(|program| program.ancestors().nth(3));
    [Some(Path::new(".")), beside]
        .into_iter()
        .flatten()
        .map(|root| root.join("www").join("dist"))
        .find(|pages| pages.join("index.html").is_file())
}

/// A file under `assets` has a name of its own for every content: it can be kept. What is no page is
/// told like any other problem.
async fn as_a_page(request: Request<Body>, next: Next) -> Response {
    let keeps = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    match response.status() {
        StatusCode::NOT_FOUND => no_route().await.into_response(),
        StatusCode::METHOD_NOT_ALLOWED => {
            let detail = "a page is only read: GET or HEAD";
            let mut told = Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail).into_response();
            told.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET,HEAD"));
            told
        }
        _ => {
            let kept = if keeps { "public, max-age=31536000, immutable" } else { "no-cache" };
            let headers = response.headers_mut();
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
            response
        }
    }
}

#[cfg(feature = "pages")]
mod inside {
    //! The files of `www/dist` as `rust-embed` puts them into the program.

    use std::future::{Ready, ready};
    use std::io::{self, Cursor};
    use std::path::{Path, PathBuf};
    use std::pin::Pin;
    use std::task::{Context, Poll};
    use std::time::{Duration, SystemTime};

    use rust_embed::{Embed, EmbeddedFile};
    use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
    use tower_http::services::fs::{Backend, File, Metadata};

    #[derive(Embed)]
    #[folder = "www/dist"]
    struct Dist;

    #[derive(Clone)]
    pub struct Inside;

    #[derive(Clone)]
    pub enum About {
        Folder,
        File { length: u64, modified: u64 },
    }

    pub struct Open {
        about: About,
        content: Cursor<std::borrow::Cow<'static, [u8]>>,
    }

    impl Backend for Inside {
        type File = Open;
        type Metadata = About;
        type OpenFuture = Ready<io::Result<Open>>;
        type MetadataFuture = Ready<io::Result<About>>;

        fn open(&self, path: PathBuf) -> Self::OpenFuture {
            ready(
                find(&path)
                    .map(|file| Open { about: about(&file), content: Cursor::new(file.data) }),
            )
        }

        fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
            let within = within(&path);
            let is_folder = |name: &str| Path::new(name).parent() == Some(within);
            let is_folder = Dist::iter().any(|name| is_folder(&name));
            ready(if is_folder { Ok(About::Folder) } else { find(&path).map(|file| about(&file)) })
        }
    }

    /// A path within the pages, which `ServeDir` roots at `.`.
    fn within(path: &Path) -> &Path {
        path.strip_prefix(".").unwrap_or(path)
    }

    fn find(path: &Path) -> io::Result<EmbeddedFile> {
        let name = within(path).to_str().map(|path| path.replace('\\', "/"));
        name.and_then(|name| Dist::get(&name)).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn about(file: &EmbeddedFile) -> About {
        let modified = file.metadata.last_modified().unwrap_or_default();
        About::File { length: file.data.len() as u64, modified }
    }

    impl Metadata for About {
        fn is_dir(&self) -> bool {
            matches!(self, Self::Folder)
        }

        fn modified(&self) -> io::Result<SystemTime> {
            match self {
                Self::Folder => Err(io::ErrorKind::Unsupported.into()),
                Self::File { modified, .. } => {
                    Ok(SystemTime::UNIX_EPOCH + Duration::from_secs(*modified))
                }
            }
        }

        fn len(&self) -> u64 {
            match self {
                Self::Folder => 0,
                Self::File { length, .. } => *length,
            }
        }
    }

    impl File for Open {
        type Metadata = About;
        type MetadataFuture<'a> = Ready<io::Result<About>>;

        fn metadata(&self) -> Self::MetadataFuture<'_> {
            ready(Ok(self.about.clone()))
        }
    }

    impl AsyncRead for Open {
        fn poll_read(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
            into: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            Pin::new(&mut self.content).poll_read(context, into)
        }
    }

    impl AsyncSeek for Open {
        fn start_seek(mut self: Pin<&mut Self>, place: io::SeekFrom) -> io::Result<()> {
            Pin::new(&mut self.content).start_seek(place)
        }

        fn poll_complete(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<io::Result<u64>> {
            Pin::new(&mut self.content).poll_complete(context)
        }
    }
}
