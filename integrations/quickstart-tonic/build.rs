fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files = protox::compile(["orders.proto"], ["."])?;
    Ok(tonic_prost_build::configure().compile_fds(files)?)
}
