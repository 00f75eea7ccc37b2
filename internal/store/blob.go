package store

import (
	"encoding/json"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// packer compresses blobs. Encoders and decoders are made once per case and
// are safe for concurrent use through EncodeAll and DecodeAll.
type packer struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}

func newPacker() (*packer, error) {
	enc, err := zstd.NewWriter(nil,
		zstd.WithEncoderConcurrency(2),
		zstd.WithEncoderLevel(zstd.SpeedFastest),
		zstd.WithLowerEncoderMem(true))
	if err != nil {
		return nil, fmt.Errorf("make compressor: %w", err)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(1<<30))
	if err != nil {
		return nil, fmt.Errorf("make decompressor: %w", err)
	}
	return &packer{enc: enc, dec: dec}, nil
}

func (p *packer) close() {
	p.enc.Close()
	p.dec.Close()
}

func (p *packer) pack(raw []byte) []byte { return p.enc.EncodeAll(raw, nil) }

func (p *packer) unpack(blob []byte) ([]byte, error) {
	raw, err := p.dec.DecodeAll(blob, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack blob of %d bytes: %w", len(blob), err)
	}
	return raw, nil
}

func (p *packer) packJSON(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("pack %T: %w", v, err)
	}
	return p.pack(raw), nil
}

func (p *packer) unpackJSON(blob []byte, v any) error {
	raw, err := p.unpack(blob)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return fmt.Errorf("unpack %T: %w", v, err)
	}
	return nil
}
